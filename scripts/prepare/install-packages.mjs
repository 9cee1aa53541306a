import { spawnSync } from "node:child_process";
import { findMissingPackages } from "./find-missing-packages.mjs";
import { ROOT } from "./root.mjs";

/**
 * installPackages installs what is missing of the lock file, else does nothing (about 10 ms).
 * Ends the process with npm's output when the installation fails.
 */
export function installPackages() {
  const missing = findMissingPackages(ROOT);
  if (missing.length === 0) return;
  console.log(`Installing packages (${missing.length === 1 ? missing[0] : `${missing.length} missing`}) ...`);
  const startedAt = Date.now();
  let answer = runNpm("ci");
  // A registry that knows a platform binary the lock does not makes `npm ci` refuse the lock: install beside it then.
  if (answer.status !== 0 && answer.stderr?.includes("EUSAGE")) answer = runNpm("install", "--no-save");
  if (answer.status !== 0) {
    console.error(`${answer.stdout ?? ""}${answer.stderr ?? ""}${answer.error?.message ?? ""}`);
    console.error(
      "The installation failed. Packages come from the npm registry: check the connection and repeat the command.",
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function runNpm(...args) {
  return spawnSync("npm", [...args, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
}
