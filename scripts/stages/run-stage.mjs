import { spawn } from "node:child_process";
import { ROOT } from "../prepare/root.mjs";

// A signal ends this process through its exit handlers, which end what the stages started.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(signal, () => process.exit(130));

/**
 * runStage runs one command of the checks with a time limit and without input. It resolves to
 * { title, isPassed, seconds, output, why } and never rejects; a stage that hangs is killed with everything it started.
 */
export function runStage({ title, command, args, limitSeconds, env = {} }) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...env },
      detached: process.platform !== "win32",
    });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const endGroup = () => killGroup(child);
    process.once("exit", endGroup);
    let why = "";
    const limit = setTimeout(() => {
      why = `ran longer than ${limitSeconds} s`;
      endGroup();
    }, limitSeconds * 1000);
    const finish = (isPassed) => {
      clearTimeout(limit);
      process.off("exit", endGroup);
      endGroup();
      const seconds = (Date.now() - startedAt) / 1000;
      resolve({ title, isPassed, seconds, why, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.on("error", (failure) => {
      why = failure.message;
      finish(false);
    });
    child.on("exit", (code, signal) => {
      if (code !== 0 && why === "") why = code === null ? `ended by ${signal}` : `exit code ${code}`;
      // What a test left running would keep the pipes open for ever: do not wait for them to close.
      setTimeout(() => finish(code === 0 && why === ""), 50);
    });
  });
}

function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
}
