import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { mappingSchema, parseDefinition } from "@watchfloor/dashboards";
import type { EventDocument } from "../events/event-document.js";
import type { CountSnapshot, ImportCount } from "./import-count.js";
import { importFile } from "./import-file.js";
import type { DirtyRow, RejectedRow } from "./import-report.js";
import { ImportFault } from "./read/import-fault.js";

const TEXT = `
title: test
client: c
source: s
groupBy: case
values:
  at: { date: { column: at }, formats: [yyyy-MM-dd] }
checks:
  - { reason: early, when: { left: { value: at }, is: before, right: { date: "2026-01-01", formats: [yyyy-MM-dd] } } }
events:
  - event:
      id: { concat: [{ column: case }, "-", { line: {} }] }
      kind: step.finished
      time: { value: at }
      startedAt: { value: at }
      workflow: w
      run: { column: case }
      step: { column: state }
      outcome: succeeded
  - when: { lastOfGroup: true }
    event: { id: { concat: [end-, { column: case }] }, kind: run.finished, time: { value: at }, workflow: w, run: { column: case }, outcome: succeeded }
`;
const mapping = parseDefinition({ file: "test.yaml", text: TEXT, schema: mappingSchema });
const ROWS = [
  "case,at,state",
  "A,2026-02-01,New",
  "B,2025-02-01,New",
  "A,2026-02-02,Done",
  "C,soon,New",
  "D,2026-02-03",
];

describe("importFile", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "import-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function run(content: Buffer | string, more: { earlier?: CountSnapshot; name?: string } = {}) {
    const { earlier, name = "file.csv" } = more;
    const source = join(directory, name);
    await writeFile(source, content);
    const sent: EventDocument[] = [];
    const rejected: RejectedRow[] = [];
    const warned: DirtyRow[] = [];
    const counts: CountSnapshot[] = [];
    const count = await importFile({
      source,
      mapping,
      client: "other",
      earlier,
      send: (events) => {
        sent.push(...events);
        return Promise.resolve({ accepted: events.length, duplicates: 0, rejected: [] });
      },
      report: {
        reject: (row) => rejected.push(row),
        warn: (row) => warned.push(row),
        progress: (progress: ImportCount) => Promise.resolve(void counts.push(progress.snapshot())),
      },
    });
    return { sent, rejected, warned, counts, count };
  }

  it("maps rows to events, the last of a group knowing that it is, with the line as sequence", async () => {
    const { sent, count } = await run(ROWS.join("\n"));
    expect(sent.map(({ id, client, sequence }) => [id, client, sequence])).toEqual([
      ["A-2", "other", 2],
      ["A-4", "other", 4],
      ["end-A", "other", 4],
      ["B-3", "other", 3],
      ["end-B", "other", 3],
    ]);
    expect([count.rows, count.events, count.accepted, count.rejectedRows]).toEqual([5, 5, 5, 2]);
  });

  it("reports refused and dirty rows by line and reason", async () => {
    const { rejected, warned } = await run(ROWS.join("\n"));
    expect(rejected.map(({ line, reason, field }) => [line, reason, field]).sort()).toEqual([
      [5, "mapping_failed", "at"],
      [6, "mapping_failed", ""],
    ]);
    expect(warned.map(({ line, reason }) => [line, reason])).toEqual([[3, "early"]]);
  });

  it("reads gzip whatever the file's name", async () => {
    expect((await run(gzipSync(ROWS.join("\r")), { name: "file.txt" })).count.events).toBe(5);
  });

  it("goes on after the rows an interrupted import had counted, and counts and reports the same in all", async () => {
    const whole = await run(ROWS.join("\n"));
    const [last] = whole.counts.slice(-1);
    const earlier: CountSnapshot = {
      ...{ rows: 1, rejectedRows: 0, events: 1, accepted: 1, duplicates: 0, rejectedEvents: 0 },
      ...{ byKind: [["step.finished", 1]], warnings: [] },
    };
    const rest = await run(ROWS.join("\n"), { earlier });
    expect(rest.sent.map(({ id }) => id)).toEqual(whole.sent.slice(1).map(({ id }) => id));
    expect(rest.rejected).toEqual(whole.rejected);
    expect(rest.counts.slice(-1)).toEqual([last]);
    expect(rest.count.resumedRows).toBe(1);
  });

  it("refuses a mapping of payloads", async () => {
    const payload = parseDefinition({
      file: "p.yaml",
      text: "title: p\nformat: { kind: payload }\nevents: [{ event: { id: x } }]\n",
      schema: mappingSchema,
    });
    const report = { reject: () => undefined, warn: () => undefined, progress: () => Promise.resolve() };
    const send = () => Promise.reject(new Error("nothing is sent"));
    await expect(importFile({ source: "none", mapping: payload, send, report })).rejects.toThrow(
      "maps payloads of webhooks",
    );
  });

  it("refuses a file that lacks a column of the mapping", async () => {
    await expect(run("case,state\nA,New")).rejects.toThrow(ImportFault);
  });
});
