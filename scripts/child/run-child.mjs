import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../prepare/root.mjs";

/** The embedded engines work on libuv's pool, one thread a running query; the default of 4 makes them queue. */
const THREAD_POOL_SIZE = "16";

const CHECK_PARENT_EVERY_MS = 500;

/**
 * runChild runs a compiled file in its own process and ends this process as the child ended. The child is the leader of
 * its own group: a Ctrl-C in a terminal reaches npm, this process and, through npm, this process again; the child gets
 * exactly one SIGTERM of it all and can drain in peace.
 */
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
      detached: process.platform !== "win32",
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      // Libraries check more and cache less where nothing says production.
      env: { UV_THREADPOOL_SIZE: THREAD_POOL_SIZE, NODE_ENV: "production", ...process.env },
    },
  );
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    process.on(signal, () => {
      if (!isStopping) child.kill("SIGTERM");
      isStopping = true;
    });
  }
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

/**
 * Under `npm start` the parent is npm itself, since the command begins with `exec`: with a shell in between, a SIGTERM to
 * npm would end the shell and never arrive here. When npm is killed outright, nobody is left to stop this process.
 */
function endWithNpm(end) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const watch = setInterval(() => process.ppid !== parent && end(), CHECK_PARENT_EVERY_MS);
  watch.unref();
  return watch;
}
