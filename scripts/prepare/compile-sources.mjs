import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { readBuildRecord, writeBuildRecord } from "./build-record.mjs";
import { hashContent } from "./hash-content.mjs";
import { listFiles } from "./list-files.mjs";
import { ROOT } from "./root.mjs";

/**
 * UNITS: what is compiled file by file, source folder to output folder at the same depth, so that
 * `new URL("../../x", import.meta.url)` means the same file from the source and from the output.
 */
const UNITS = [
  { name: "sql", from: "sql/src", to: "sql/dist" },
  { name: "dashboards", from: "dashboards/src", to: "dashboards/dist" },
  { name: "ingestion", from: "ingestion/src", to: "ingestion/dist" },
  { name: "server", from: "server/src", to: "server/dist" },
  { name: "bench", from: "e2e/bench", to: "e2e/dist/bench" },
  { name: "chaos", from: "e2e/chaos", to: "e2e/dist/chaos" },
  { name: "pages", from: "e2e/pages", to: "e2e/dist/pages" },
  { name: "screens", from: "e2e/screens", to: "e2e/dist/screens" },
  { name: "rollups", from: "e2e/rollups", to: "e2e/dist/rollups" },
  { name: "support", from: "e2e/support", to: "e2e/dist/support" },
];

/** What is compiled for `npm test` alone: it runs compiled, beside what it tests. */
const TESTS = /\.(spec|int-spec)\.ts$/;
const NEVER = /\.e2e-spec\.ts$|\.d\.ts$/;
const CODE = /\.tsx?$/;

/**
 * compileSources compiles changed TypeScript files with swc, copies changed other files and removes what lost its source; with `areTests` it
 * does so with the tests instead of the product. Returns the number of files written.
 */
export async function compileSources({ areTests = false } = {}) {
  const kind = areTests ? "tests" : "sources";
  const previous = readBuildRecord(kind);
  const options = readFileSync(join(ROOT, ".swcrc"), "utf8");
  const sources = findSources().filter(({ from }) => TESTS.test(from) === areTests);
  const record = {};
  const changed = [];
  for (const source of sources) {
    const content = readFileSync(join(ROOT, source.from));
    record[source.to] = hashContent(source.from, options, content);
    if (previous[source.to] !== record[source.to] || !existsSync(join(ROOT, source.to)))
      changed.push({ ...source, content });
  }
  for (const to of Object.keys(previous)) {
    if (record[to] === undefined) for (const suffix of ["", ".map"]) rmSync(join(ROOT, to + suffix), { force: true });
  }
  if (changed.length > 0) await writeOutputs(changed);
  writeBuildRecord(kind, record);
  return changed.length;
}

function findSources() {
  const files = UNITS.flatMap((unit) =>
    listFiles(join(ROOT, unit.from)).map((file) => {
      const from = relative(ROOT, file);
      return { from, to: join(unit.to, relative(unit.from, from)) };
    }),
  );
  if (existsSync(join(ROOT, "start.ts"))) files.push({ from: "start.ts", to: "dist/start.js" });
  return files
    .filter((file) => !NEVER.test(file.from) && !file.from.includes("__snapshots__"))
    .map((file) => ({ from: file.from, to: file.to.replace(CODE, ".js") }));
}

async function writeOutputs(changed) {
  const { transform } = await import("@swc/core");
  await Promise.all(
    changed.map(async ({ from, to, content }) => {
      if (!CODE.test(from)) return writeWhole(to, content);
      const output = await transform(content.toString("utf8"), {
        configFile: join(ROOT, ".swcrc"),
        filename: join(ROOT, from),
        sourceFileName: relative(dirname(to), from),
      });
      if (output.map !== undefined) writeWhole(`${to}.map`, output.map);
      writeWhole(to, `${output.code}//# sourceMappingURL=${basename(to)}.map\n`);
    }),
  );
}

/** A file appears whole or not at all: another process may be starting from the same output. */
function writeWhole(to, content) {
  const file = join(ROOT, to);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
