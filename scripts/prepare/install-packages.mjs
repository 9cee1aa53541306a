import { spawnSync } from "node:child_process";
import { findMissingPackages } from "./find-missing-packages.mjs";
import { ROOT } from "./root.mjs";

/**
 * installPackages runs `npm ci` when packages of the lock file are missing, else does nothing (about 10 ms).
 * Ends the process with npm's output when the installation fails.
 */
export function installPackages() {
  const missing = findMissingPackages(ROOT);
  if (missing.length === 0) return;
  console.log(`Installing packages (${missing.length === 1 ? missing[0] : `${missing.length} missing`}) ...`);
  const startedAt = Date.now();
  const answer = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (answer.status !== 0) {
    console.error(`${answer.stdout ?? ""}${answer.stderr ?? ""}${answer.error?.message ?? ""}`);
    console.error(
      "npm ci failed. The packages come from the npm registry: check the connection and repeat the command.",
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}
