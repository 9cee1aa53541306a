import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DefinitionFault, loadMapping, type Mapping } from "@watchfloor/dashboards";
import { DataDirectoryTaken, type Settings } from "@watchfloor/sql";
import { Command } from "commander";
import type { Logger } from "pino";
import { ImportCount, type CountSnapshot } from "../import-count.js";
import { importFile } from "../import-file.js";
import { ImportFault } from "../read/import-fault.js";
import { SendRefused } from "../send/send-refused.js";
import { ImportFiles } from "./import-files.js";
import { buildDryTarget } from "./build-dry-target.js";
import { openImportTarget, type ImportTarget } from "./open-import-target.js";
import { ProgressLine } from "./progress-line.js";
import { renderCount } from "./render-count.js";
import { renderProgress } from "./render-progress.js";

/** Mistakes of the caller: said in one line, without a stack. */
const EXPECTED = [DefinitionFault, ImportFault, SendRefused, DataDirectoryTaken] as const;

interface Arguments {
  readonly file: string;
  readonly map: string;
  readonly client?: string;
  readonly dryRun?: boolean;
  readonly url?: string;
  readonly key?: string;
  readonly out?: string;
}

/** ImportSurroundings are what the command gets from the process. */
export interface ImportSurroundings {
  readonly settings: Settings;
  readonly out: NodeJS.WritableStream;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** runImportCommand imports one file and gives the exit code: 0 done, 1 could not, 2 some rows were rejected. */
export async function runImportCommand(argv: readonly string[], surroundings: ImportSurroundings): Promise<number> {
  const options = parseArguments(argv);
  try {
    return await runImport(options, surroundings);
  } catch (error) {
    const isExpected = EXPECTED.some((kind) => error instanceof kind) || isFileFault(error);
    if (!isExpected || !(error instanceof Error)) throw error;
    surroundings.out.write(`${error.message}\n`);
    return 1;
  }
}

function parseArguments(argv: readonly string[]): Arguments {
  const command = new Command("import")
    .description(
      "Imports a CSV, TSV or NDJSON file (also .gz) through a mapping. An interrupted import goes on where it was; repeats are harmless.",
    )
    .argument("<file>", "the file")
    .requiredOption("--map <file>", "mapping, YAML")
    .option("--client <id>", "client the rows belong to, instead of the mapping's")
    .option("--dry-run", "map and check as the receiver would, send nothing")
    .option("--url <url>", "a running installation's receiver; default: the one that holds the data directory")
    .option("--key <key>", "an ingest key marked backfill, for another installation")
    .option(
      "--out <directory>",
      "where rejected rows, warnings and progress are kept; default: imports in the data directory",
    )
    .parse([...argv], { from: "user" });
  return { ...command.opts<Omit<Arguments, "file">>(), file: command.args[0] ?? "" };
}

async function runImport(options: Arguments, surroundings: ImportSurroundings): Promise<number> {
  const mapping = await loadMapping(options.map);
  const { size } = await stat(options.file);
  const target = await openTarget(options, surroundings);
  try {
    return await importInto(target, { options, mapping, totalBytes: size, surroundings });
  } finally {
    await target.close();
  }
}

function openTarget({ dryRun, url, key }: Arguments, surroundings: ImportSurroundings): Promise<ImportTarget> {
  const { settings, now, logger } = surroundings;
  return dryRun === true
    ? Promise.resolve(buildDryTarget(settings.tenant, now))
    : openImportTarget({ settings, url, key, now, logger });
}

interface ImportParts {
  readonly options: Arguments;
  readonly mapping: Mapping;
  readonly totalBytes: number;
  readonly surroundings: ImportSurroundings;
}

async function importInto(target: ImportTarget, parts: ImportParts): Promise<number> {
  const { options, mapping, totalBytes, surroundings } = parts;
  const { settings, out, now } = surroundings;
  const startedAtMs = now().getTime();
  const line = new ProgressLine(out, now);
  const isDryRun = options.dryRun === true;
  const files: ImportFiles = await ImportFiles.open({
    directory: options.out ?? join(settings.dataDirectory, "imports"),
    source: options.file,
    identity: JSON.stringify([options.client ?? "", await readFile(options.map, "utf8"), target.title]),
    isDryRun,
    onProgress: (count) =>
      line.show(() => {
        const pace = { totalBytes, elapsedMs: now().getTime() - startedAtMs };
        return renderProgress(count, pace, countDurable(files.earlier));
      }),
  });
  out.write(`Importing ${options.file} (${mapping.title}) ${isDryRun ? "as a dry run" : `into ${target.title}`}\n`);
  if (files.earlier !== undefined)
    out.write(`Going on after ${files.earlier.rows.toLocaleString("en")} rows of the run that was interrupted\n`);
  const count = await importFile({
    source: options.file,
    mapping,
    client: options.client,
    send: (events) => target.send(events),
    report: files,
    earlier: files.earlier,
  }).finally(() => line.end());
  await files.complete();
  out.write(`${renderCount(count, { files, isDryRun })}\n`);
  return count.rejectedRows + count.rejectedEvents > 0 ? 2 : 0;
}

function countDurable(earlier: CountSnapshot | undefined): number {
  return earlier === undefined ? 0 : new ImportCount(earlier).durable;
}

/** A file that is missing or not readable is a mistake of the caller, not of the program. */
function isFileFault(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "EACCES", "EISDIR"].includes(String(error.code));
}
