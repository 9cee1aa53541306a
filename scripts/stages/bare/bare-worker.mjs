import { pathToFileURL } from "node:url";
import { jestExpect as expect } from "@jest/expect";
import { createEmptyTestResult } from "@jest/test-result";
import * as circus from "jest-circus";
import { mapStack } from "./map-stack.mjs";

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
  try {
    await import(pathToFileURL(path).href);
    return buildResult({ path, run: await circus.run(), startedAt });
  } finally {
    circus.removeEventHandler(keepExpectState);
  }
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
  const testResults = run.testResults.map(buildTestResult);
  const count = (status) => testResults.filter((result) => result.status === status).length;
  const failures = testResults.flatMap(({ fullName, failureMessages }) =>
    failureMessages.map((message) => `  ${fullName}\n\n${message}\n`),
  );
  const stray = run.unhandledErrors.map(mapStack);
  const empty = createEmptyTestResult();
  const end = Date.now();
  return {
    ...empty,
    failureMessage: failures.length + stray.length === 0 ? null : [...failures, ...stray].join("\n"),
    numFailingTests: count("failed"),
    numPassingTests: count("passed"),
    numPendingTests: count("pending"),
    numTodoTests: count("todo"),
    perfStats: { ...empty.perfStats, start: startedAt, end, runtime: end - startedAt, slow: false },
    testExecError: stray.length === 0 ? undefined : { message: "", stack: stray.join("\n") },
    testFilePath: path,
    testResults,
  };
}

/** Circus calls a test "done" whether it passed or not. */
function buildTestResult({ testPath, errors, status, duration }) {
  const names = testPath.slice(1);
  const judged = errors.length > 0 ? "failed" : "passed";
  return {
    ancestorTitles: names.slice(0, -1),
    title: names.at(-1),
    fullName: names.join(" > "),
    status: status === "done" ? judged : status === "skip" ? "pending" : "todo",
    duration,
    failureMessages: errors.map(mapStack),
    failureDetails: [],
    numPassingAsserts: 0,
    location: null,
    invocations: 1,
  };
}
