import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");

/** What Jest says of test files run by the runner: counts, and each test with its status and message. */
function run(files: Readonly<Record<string, string>>) {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-bare-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const runner = join(ROOT, "scripts/stages/bare/bare-runner.mjs");
  const config = { rootDir: directory, runner, testMatch: ["**/*.spec.mjs"], transform: {}, testTimeout: 500 };
  const output = join(directory, "report.json");
  const given = ["node_modules/jest/bin/jest.js", "--config", JSON.stringify(config), "--json", "--outputFile", output];
  spawnSync(process.execPath, [...given, "--maxWorkers=1"], { cwd: ROOT, timeout: 50_000 });
  const report = JSON.parse(readFileSync(output, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
    testResults: {
      message: string;
      assertionResults: { title: string; status: string; failureMessages: string[] }[];
    }[];
  };
  rmSync(directory, { recursive: true, force: true });
  return report;
}

it("counts what passed, failed, hung, was left out or could not be loaded, and goes on", () => {
  const report = run({
    "a.spec.mjs": `
      it("passes", () => expect(1).toBe(1));
      it("fails", () => expect(1).toBe(2));
      it("hangs", () => new Promise(() => undefined));
      it.skip("is left out", () => undefined);
      it("lacks what it promised", () => expect.assertions(1));
      it.each([[1, 1], [1, 2]])("compares %i with %i", (left, right) => expect(left).toBe(right));
      describe("a group", () => {
        beforeAll(() => { throw new Error("not ready"); });
        it("is not run", () => undefined);
      });`,
    "b.spec.mjs": `import "./nowhere.mjs";`,
    "c.spec.mjs": `it("passes after all that", () => expect(globalThis.fetch).toBeDefined());`,
  });
  expect(report).toMatchObject({
    numPassedTests: 3,
    numFailedTests: 5,
    numPendingTests: 1,
    numRuntimeErrorTestSuites: 1,
  });
  const titles = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ title }) => title),
  );
  expect(titles.sort()).toEqual(["compares 1 with 2", "fails", "hangs", "is not run", "lacks what it promised"]);
  expect(JSON.stringify(report.testResults)).toContain("not ready");
}, 60_000);

it("tells an end of the worker itself as a failure of its file, and goes on", () => {
  const report = run({
    "a.spec.mjs": `it("ends everything", () => process.exit(3));`,
    "b.spec.mjs": `it("passes after it", () => undefined);`,
  });
  expect(report).toMatchObject({ numPassedTests: 1, numRuntimeErrorTestSuites: 1 });
}, 60_000);
