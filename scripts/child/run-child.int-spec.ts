import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { isAlive } from "./testing/is-alive.js";

const ROOT = resolve(import.meta.dirname, "../..");
const directory = mkdtempSync(join(tmpdir(), "watchfloor-child-"));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

/** start runs a script the way `npm start` runs the product. `pid` is that of the product's process. */
async function start(script: string) {
  const product = join(directory, `${running.size}.mjs`);
  writeFileSync(product, script);
  const starter = join(directory, `${running.size}-starter.mjs`);
  writeFileSync(
    starter,
    `import { runChild } from ${JSON.stringify(resolve(ROOT, "scripts/child/run-child.mjs"))}; runChild(${JSON.stringify(relative(ROOT, product))}, ["a"]);`,
  );
  const child = spawn(process.execPath, [starter], { stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, "exit").then(([code]: unknown[]) => code);
  await until(() => output.includes("\n"));
  return { child, exited, pid: Number(output.split("\n")[0]), read: () => output };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries++) await new Promise((done) => setTimeout(done, 25));
  if (!isTrue()) throw new Error("waited 5 s in vain");
}

// The line that says it runs comes last: a signal that arrives before the handlers stand ends a process as ever.
const SERVICE = `
let signals = 0;
process.on("SIGTERM", () => { signals++; setTimeout(() => { console.log("drained after " + signals); process.exit(0); }, 300); });
process.on("SIGINT", () => console.log("interrupted"));
setInterval(() => {}, 1000);
console.log(process.pid);`;

describe("runChild", () => {
  it("passes arguments on and ends with the exit code of the product", async () => {
    const { exited, read } = await start(
      "console.log(process.pid); console.log(process.argv.slice(2).join()); process.exitCode = 7;",
    );
    expect(await exited).toBe(7);
    expect(read()).toContain("a\n");
  });

  it("gives engines a thread pool of 16", async () => {
    const { exited, read } = await start("console.log(process.pid); console.log(process.env.UV_THREADPOOL_SIZE);");
    await exited;
    expect(read().split("\n")[1]).toBe("16");
  });

  it("turns a shower of signals into one SIGTERM and waits until the product has drained", async () => {
    const { child, exited, read } = await start(SERVICE);
    for (const signal of ["SIGINT", "SIGTERM", "SIGINT", "SIGTERM"] as const) child.kill(signal);
    expect(await exited).toBe(0);
    expect(read()).toContain("drained after 1");
    expect(read()).not.toContain("interrupted");
  });

  it("leaves nothing behind when the starter is killed outright", async () => {
    const { child, exited, pid } = await start(SERVICE);
    expect(isAlive(pid)).toBe(true);
    child.kill("SIGKILL");
    await exited;
    await until(() => !isAlive(pid));
  });
});
