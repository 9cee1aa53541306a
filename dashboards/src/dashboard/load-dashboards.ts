import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DefinitionFault } from "../definition/definition-fault.js";
import type { Dashboard } from "./dashboard.js";
import type { DashboardKnowledge } from "./dashboard-knowledge.js";
import { parseDashboard } from "./parse-dashboard.js";

/** Dashboards that come with the product. */
const DEFINITIONS = fileURLToPath(new URL("../../definitions", import.meta.url));
const SUFFIX = ".dashboard.yaml";

/** DashboardFile is a definition with the text it was read from, comments included. */
export interface DashboardFile {
  readonly file: string;
  readonly text: string;
  readonly dashboard: Dashboard;
}

/**
 * loadDashboards reads every `*.dashboard.yaml` of the product, then those in `ownDirectory`, which need not exist; adding a dashboard is
 * adding its file. Throws `DefinitionFault` with file, line and field, also for an id that two files have.
 */
export async function loadDashboards(
  knowledge: DashboardKnowledge,
  ownDirectory?: string,
): Promise<readonly DashboardFile[]> {
  const files = [
    ...(await listFiles(DEFINITIONS)),
    ...(ownDirectory === undefined ? [] : await listFiles(ownDirectory)),
  ];
  const found = new Map<string, DashboardFile>();
  for (const file of files) {
    const text = await readFile(file, "utf8");
    const dashboard = parseDashboard({ file, text, knowledge });
    const known = found.get(dashboard.id);
    if (known !== undefined)
      throw new DefinitionFault(file, [{ line: 1, field: "id", detail: `"${dashboard.id}" is in ${known.file}, too` }]);
    found.set(dashboard.id, { file, text, dashboard });
  }
  return [...found.values()];
}

async function listFiles(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .sort()
      .map((name) => join(directory, name));
  } catch (cause) {
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}
