import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DefinitionFault, loadMapping, type Mapping } from "@watchfloor/dashboards";
import { DataDirectoryTaken, type Settings } from "@watchfloor/sql";
import { Command } from "commander";
import type { Logger } from "pino";
import { importFile } from "../import-file.js";
import { ImportFault } from "../read/import-fault.js";
import { SendRefused } from "../send/send-refused.js";
import { ImportFiles } from "./import-files.js";
import { openImportTarget } from "./open-import-target.js";
import { renderCount } from "./render-count.js";

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
    .option("--dry-run", "map and check only, send nothing")
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
  const { settings, out, now, logger } = surroundings;
  const mapping = await loadMapping(options.map);
  const directory = options.out ?? join(settings.dataDirectory, "imports");
  const identity = `${options.client ?? ""} ${await readFile(options.map, "utf8")}`;
  const print = (text: string) => void out.write(`${text}\n`);
  const files = await ImportFiles.open({
    directory,
    source: options.file,
    identity,
    onProgress: (count) =>
      print(`${count.rows.toLocaleString("en")} rows read, ${count.durable.toLocaleString("en")} events sent`),
  });
  const target =
    options.dryRun === true
      ? undefined
      : await openImportTarget({ settings, url: options.url, key: options.key, now, logger });
  print(
    `Importing ${options.file} (${mapping.title}) ${target === undefined ? "as a dry run" : `into ${target.title}`}`,
  );
  let isComplete = false;
  try {
    const count = await importWithFiles({ options, mapping, files, target });
    isComplete = true;
    print(renderCount(count, { files, isDryRun: target === undefined }));
    return count.rejectedRows + count.rejectedEvents > 0 ? 2 : 0;
  } finally {
    await files.close(isComplete);
    await target?.close();
  }
}

async function importWithFiles(parts: {
  options: Arguments;
  mapping: Mapping;
  files: ImportFiles;
  target: Awaited<ReturnType<typeof openImportTarget>> | undefined;
}) {
  const { options, mapping, files, target } = parts;
  return importFile({
    source: options.file,
    mapping,
    client: options.client,
    send: target === undefined ? undefined : (events) => target.send(events),
    report: files,
    skipEvents: target === undefined ? 0 : await files.findDurable(),
  });
}

/** A file that is missing or not readable is a mistake of the caller, not of the program. */
function isFileFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ENOENT", "EACCES", "EISDIR", "Z_DATA_ERROR", "Z_BUF_ERROR"].includes(String(error.code))
  );
}
