import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./root.mjs";

/** readBuildRecord returns what the last build of this name wrote down, or {} when there was none or it is unreadable. */
export function readBuildRecord(name) {
  try {
    return JSON.parse(readFileSync(recordFile(name), "utf8"));
  } catch {
    return {};
  }
}

/** writeBuildRecord replaces the record of this name in one step, so that a killed build leaves the old one. */
export function writeBuildRecord(name, record) {
  const file = recordFile(name);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, file);
}

function recordFile(name) {
  return join(ROOT, ".cache/build", `${name}.json`);
}
