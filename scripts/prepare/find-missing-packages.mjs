import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * findMissingPackages compares package-lock.json with the record npm keeps of what it installed
 * (node_modules/.package-lock.json, written when an installation is complete). It returns the paths of packages that are
 * absent or of another version; optional ones (other platforms) do not count. An empty list means: nothing to install.
 */
export function findMissingPackages(root) {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return ["node_modules"];
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(record);
  return Object.keys(wanted).filter((path) => {
    if (!path.includes("node_modules/")) return false;
    const entry = wanted[path];
    if (entry.optional || entry.devOptional || entry.link) return false;
    return installed[path]?.version !== entry.version || !existsSync(join(root, path));
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}
