import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../prepare/root.mjs";
import { runStage } from "./run-stage.mjs";

/**
 * runJest runs Jest projects, the first of which gives the stage its name, and counts their tests from Jest's own report.
 * Returns the stage result with { passed, failed }; a run that crashed, hung or executed nothing counts as one failure.
 */
export async function runJest({ projects, workers, limitSeconds }) {
  const [name] = projects;
  const reportFile = join(ROOT, ".cache/jest", `${name}.json`);
  mkdirSync(join(ROOT, ".cache/jest"), { recursive: true });
  rmSync(reportFile, { force: true });
  const result = await runStage({
    title: `${name} tests`,
    command: process.execPath,
    args: [
      "--experimental-vm-modules",
      "--no-warnings",
      "node_modules/jest/bin/jest.js",
      "--selectProjects",
      ...projects,
      `--maxWorkers=${workers}`,
      "--forceExit",
      "--silent",
      "--json",
      `--outputFile=${reportFile}`,
    ],
    limitSeconds,
    env: { UV_THREADPOOL_SIZE: "16" },
  });
  const report = readReport(reportFile);
  return {
    ...result,
    ...countTests(report, result),
    output: report === undefined ? result.output : renderFailures(report),
  };
}

function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function countTests(report, result) {
  if (report === undefined) return { passed: 0, failed: 1, isPassed: false };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const left = report.numPendingTests + report.numTodoTests;
  if (left > 0) return { passed, failed: failed + left, isPassed: false, why: `${left} tests were left out` };
  if (passed + failed === 0) return { passed, failed: 1, isPassed: false, why: "no test ran" };
  if (!result.isPassed && failed === 0) return { passed, failed: 1, isPassed: false };
  return { passed, failed, isPassed: failed === 0 };
}

function renderFailures(report) {
  return report.testResults
    .filter((suite) => suite.status === "failed")
    .map((suite) => `${relative(ROOT, suite.name)}\n${suite.message}`)
    .join("\n");
}
