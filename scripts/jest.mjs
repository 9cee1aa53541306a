// npm run jest -- ARGUMENTS OF JEST: compiles what changed, then runs Jest. Paths may be those of the sources.
import { spawnSync } from "node:child_process";
import { compileSources } from "./prepare/compile-sources.mjs";
import { prepare } from "./prepare/prepare.mjs";
import { ROOT } from "./prepare/root.mjs";

await prepare({ shouldBuildWeb: false });
await compileSources({ areTests: true });
const args = process.argv
  .slice(2)
  .map((argument) => argument.replaceAll(/\bsrc\//g, "(src|dist)/").replace(/\.ts$/, ""));
const { status } = spawnSync(
  process.execPath,
  ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", ...args],
  { cwd: ROOT, stdio: "inherit", env: { UV_THREADPOOL_SIZE: "16", ...process.env } },
);
process.exitCode = status ?? 1;
