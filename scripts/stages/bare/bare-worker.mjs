import { pathToFileURL } from "node:url";
import { jestExpect as expect } from "@jest/expect";
import { createEmptyTestResult } from "@jest/test-result";
import * as circus from "jest-circus";

/** Jest's own name for where a file's limit of a test is kept. */
const LIMIT = Symbol.for("TEST_TIMEOUT_SYMBOL");

/** runFile runs the tests of one compiled file. Returns Jest's result of it; a file that cannot be loaded is an error. */
export async function runFile({ path, pattern, testTimeout }) {
  const startedAt = Date.now();
  circus.resetState();
  globalThis[LIMIT] = testTimeout;
  Object.assign(globalThis, circus.default, { expect });
  circus.addEventHandler(keepExpectState);
  if (pattern !== "") circus.getState().testNamePattern = new RegExp(pattern, "i");
  expect.setState({ testPath: path, expand: false });
  await import(pathToFileURL(path).href);
  const run = await circus.run();
  circus.removeEventHandler(keepExpectState);
  return buildResult({ path, run, startedAt });
}

/** What Jest does around each test: assertions that were promised and did not come are errors of it. */
function keepExpectState(event) {
  if (event.name === "test_start") expect.setState({ currentTestName: event.test.name, suppressedErrors: [] });
  if (event.name !== "test_done") return;
  event.test.errors.push(...expect.extractExpectedAssertionsErrors().map(({ error }) => error));
  event.test.errors.push(...(expect.getState().suppressedErrors ?? []));
  expect.setState({ suppressedErrors: [] });
}

function buildResult({ path, run, startedAt }) {
  const testResults = run.testResults.map((result) => {
    const names = result.testPath.slice(1);
    return {
      ancestorTitles: names.slice(0, -1),
      title: names.at(-1),
      fullName: names.join(" "),
      status: result.errors.length > 0 ? "failed" : result.status === "done" ? "passed" : result.status === "skip" ? "pending" : result.status,
      duration: result.duration,
      failureMessages: result.errors,
      failureDetails: [],
      numPassingAsserts: 0,
      location: null,
      invocations: 1,
    };
  });
  const count = (status) => testResults.filter((result) => result.status === status).length;
  const failures = testResults.flatMap((result) =>
    result.failureMessages.map((message) => `  ${[...result.ancestorTitles, result.title].join(" > ")}\n\n${message}\n`),
  );
  const stray = run.unhandledErrors;
  const end = Date.now();
  return {
    ...createEmptyTestResult(),
    failureMessage: [...failures, ...stray].join("\n") || null,
    numFailingTests: count("failed"),
    numPassingTests: count("passed"),
    numPendingTests: count("pending"),
    numTodoTests: count("todo"),
    perfStats: { ...createEmptyTestResult().perfStats, start: startedAt, end, runtime: end - startedAt, slow: false },
    testExecError: stray.length === 0 ? undefined : { message: "", stack: stray.join("\n") },
    testFilePath: path,
    testResults,
  };
}
