import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isAlive } from "../child/testing/is-alive.js";

interface StageResult {
  isPassed: boolean;
  seconds: number;
  output: string;
  why: string;
}
const file = pathToFileURL(resolve(import.meta.dirname, "run-stage.mjs")).href;
const { runStage } = (await import(file)) as {
  runStage: (stage: { title: string; command: string; args: string[]; limitSeconds: number }) => Promise<StageResult>;
};

const run = (script: string, limitSeconds = 20) =>
  runStage({ title: "t", command: process.execPath, args: ["-e", script], limitSeconds });

describe("runStage", () => {
  it("passes with what was printed", async () => {
    expect(await run("console.log('a'); console.error('b')")).toMatchObject({ isPassed: true, output: "a\nb\n" });
  });

  it("fails with the exit code", async () => {
    expect(await run("process.exit(3)")).toMatchObject({ isPassed: false, why: "exit code 3" });
  });

  it("fails when the process is killed", async () => {
    expect(await run("process.kill(process.pid, 'SIGKILL')")).toMatchObject({
      isPassed: false,
      why: "ended by SIGKILL",
    });
  });

  it("fails when the program does not exist", async () => {
    const result = await runStage({ title: "t", command: "no-such-program", args: [], limitSeconds: 5 });
    expect(result).toMatchObject({ isPassed: false, why: expect.stringContaining("ENOENT") });
  });

  it("ends a stage that hangs", async () => {
    const result = await run("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", 0.5);
    expect(result).toMatchObject({ isPassed: false, why: "ran longer than 0.5 s" });
    expect(result.seconds).toBeLessThan(5);
  });

  it("does not wait for what a stage left running, and ends it", async () => {
    const result = await run(
      "const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(()=>{},1000)'], { stdio: 'inherit' });" +
        "console.log(c.pid); c.unref(); process.exit(0)",
    );
    expect(result).toMatchObject({ isPassed: true });
    await new Promise((done) => setTimeout(done, 200));
    expect(isAlive(Number(result.output))).toBe(false);
  });
});
