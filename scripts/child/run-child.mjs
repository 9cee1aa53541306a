import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../prepare/root.mjs";

/** The embedded engines work on libuv's pool, one thread a running query; the default of 4 makes them queue. */
const THREAD_POOL_SIZE = "16";

const CHECK_PARENT_EVERY_MS = 500;

/** runChild runs a compiled file in its own process, passes SIGTERM and SIGINT on, and ends this process as the child ended. */
export function runChild(file, args) {
  const leaveWithParent = new URL("./leave-with-parent.mjs", import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      "--enable-source-maps",
      "--no-warnings",
      "--max-semi-space-size=64",
      "--import",
      leaveWithParent,
      join(ROOT, file),
      ...args,
    ],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { UV_THREADPOOL_SIZE: THREAD_POOL_SIZE, ...process.env },
    },
  );
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill("SIGTERM"));
  const watch = endWithNpm(() => child.kill("SIGKILL"));
  child.on("error", (failure) => {
    console.error(`Cannot run ${file}: ${failure.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === "SIGKILL" ? 137 : 1));
  });
}

/** Under `npm start` the parent is npm: when npm is killed outright, nobody is left to stop this process. */
function endWithNpm(end) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const watch = setInterval(() => process.ppid !== parent && end(), CHECK_PARENT_EVERY_MS);
  watch.unref();
  return watch;
}
