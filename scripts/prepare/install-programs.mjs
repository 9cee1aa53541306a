import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** PROGRAMS: what the tests need besides npm packages, as Debian's package and how to see that it is there. */
const PROGRAMS = [
  { debian: "chromium", isThere: () => ["chromium", "chromium-browser", "google-chrome"].some(isOnPath) },
  { debian: "postgresql", isThere: hasPostgresServer },
];
const TRIES = 3;

/**
 * installPrograms installs by apt-get the programs that the tests need and this machine does not have. Where that is not
 * possible it says what is missing; the tests that need it then fail and say so too.
 */
export function installPrograms() {
  const missing = PROGRAMS.filter((program) => !program.isThere()).map((program) => program.debian);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!isOnPath("apt-get") || (asRoot.length > 0 && !isOnPath("sudo"))) return explain(missing, "");
  console.log(`Installing ${missing.join(" and ")} ...`);
  let output = "";
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const update = run([...asRoot, "apt-get", "update", "-qq"]);
    const install = run([...asRoot, "apt-get", "install", "-y", "-qq", "--no-install-recommends", ...missing]);
    if (install.status === 0) return;
    output = `${update.stderr ?? ""}${install.stdout ?? ""}${install.stderr ?? ""}`;
    if (attempt < TRIES) run(["sleep", String(attempt * 5)]);
  }
  explain(missing, output);
}

function run([command, ...args]) {
  return spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function explain(missing, output) {
  console.error(`${output}The tests need programs that are not here: ${missing.join(", ")}. Install them and repeat.`);
}

function isOnPath(name) {
  return (process.env.PATH ?? "").split(":").some((directory) => existsSync(join(directory, name)));
}

function hasPostgresServer() {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return isOnPath("initdb");
  return readdirSync(versions).some((version) => existsSync(join(versions, version, "bin/initdb")));
}
