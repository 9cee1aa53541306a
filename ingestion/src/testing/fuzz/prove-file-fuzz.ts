import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mappingSchema, parseDefinition, type Mapping } from "@watchfloor/dashboards";
import type { EventDocument } from "../../events/event-document.js";
import { importFile } from "../../files/import-file.js";
import { ImportFault } from "../../files/read/import-fault.js";
import { postEvents } from "../../files/send/post-events.js";
import { openTestReceiver, type TestReceiver } from "../open-test-receiver.js";
import { seededRandom } from "../seeded-random.js";
import type { Dice } from "./build-fuzzed-body.js";
import { buildFuzzedFile, FUZZED_COLUMNS, type FuzzedFile } from "./build-fuzzed-file.js";
import { judgeStored } from "./judge-stored.js";

/** FileFuzzFinding is what happened to the files. */
export interface FileFuzzFinding {
  readonly files: number;
  /** Files that were refused as a whole, in words. */
  readonly refusedFiles: number;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly accepted: number;
  readonly stored: number;
  readonly faults: readonly string[];
}

type Tally = { -readonly [Name in keyof Omit<FileFuzzFinding, "stored" | "faults">]: FileFuzzFinding[Name] };

/** proveFileFuzz imports `files` files, many of them wrong in some way, through a running receiver: each row is counted, each accepted event stored, none that is forbidden. */
export async function proveFileFuzz(options: { files: number; seed: number }): Promise<FileFuzzFinding> {
  const receiver = await openTestReceiver({ now: () => new Date() });
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-fuzz-"));
  const faults: string[] = [];
  const tally: Tally = { files: options.files, refusedFiles: 0, rows: 0, rejectedRows: 0, accepted: 0 };
  let number = 0;
  const dice: Dice = { random: seededRandom(options.seed), nowMs: Date.now(), next: () => (number += 1) };
  try {
    for (let done = 0; done < options.files; done += 1) {
      const file = buildFuzzedFile(dice);
      const fault = await importOne(file, { receiver, directory, tally });
      if (fault !== undefined) faults.push(`${fault}: ${file.name}: ${file.content.toString("utf8", 0, 2_000)}`);
    }
    const { stored, forbidden } = await judgeStored(receiver);
    return { ...tally, stored, faults: [...faults, ...forbidden].slice(0, 10) };
  } finally {
    await receiver.close();
    await rm(directory, { recursive: true });
  }
}

async function importOne(
  file: FuzzedFile,
  { receiver, directory, tally }: { receiver: TestReceiver; directory: string; tally: Tally },
): Promise<string | undefined> {
  const source = join(directory, file.name);
  await writeFile(source, file.content);
  const told = new Set<number>();
  try {
    const count = await importFile({
      source,
      mapping: file.name.startsWith("ndjson") ? DOCUMENTS : ROWS,
      send: (events: readonly EventDocument[]) => postEvents({ url: receiver.url, key: receiver.key, events }),
      report: { reject: ({ line }) => void told.add(line), warn: () => undefined, progress: () => Promise.resolve() },
    });
    tally.rows += count.rows;
    tally.rejectedRows += told.size;
    tally.accepted += count.accepted;
    // One event a row: what is neither accepted nor a repeat must have been told.
    const lost = count.rows - count.accepted - count.duplicates - told.size;
    if (lost !== 0) return `${lost} rows without a verdict`;
    return file.rows === undefined || file.rows === count.rows ? undefined : `${count.rows} of ${file.rows} rows read`;
  } catch (cause) {
    if (!(cause instanceof ImportFault)) return `no clear refusal: ${String(cause)}`;
    tally.refusedFiles += 1;
    return file.rows === undefined ? undefined : `a whole file was refused: ${cause.message}`;
  } finally {
    await rm(source);
  }
}

const ROWS = buildMapping("column", "delimited");
const DOCUMENTS = buildMapping("path", "ndjson");

function buildMapping(read: "column" | "path", kind: "delimited" | "ndjson"): Mapping {
  const [id, time, run, state, store, amount, currency] = FUZZED_COLUMNS.map((name) => `{ ${read}: ${name} }`);
  const text = `
title: fuzz
format: { kind: ${kind} }
client: northmart
source: files
events:
  - event:
      { id: ${id}, time: ${time}, kind: run.finished, workflow: order, run: ${run}, outcome: ${state}, store: ${store},
        money: { amount: ${amount}, currency: ${currency} } }
`;
  return parseDefinition({ file: "fuzz.yaml", text, schema: mappingSchema });
}
