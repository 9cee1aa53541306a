import { fileURLToPath } from "node:url";
import { Worker } from "jest-worker";

const WORKER = fileURLToPath(new URL("bare-worker.mjs", import.meta.url));

/**
 * BareRunner is a Jest runner whose workers load compiled test files with Node itself. Jest's own runner gives each file a context in which all
 * modules are compiled anew and globals are looked up through an interceptor, which was most of what the tests cost. Here a module is loaded
 * once by a worker, as in the product. So files of a worker share the state of modules; `jest.mock` and `jest.fn` are not there.
 */
export default class BareRunner {
  supportsEventEmitters = false;

  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const { maxWorkers, testNamePattern, testTimeout } = this.globalConfig;
    const lanes = Math.max(1, Math.min(maxWorkers, tests.length));
    const worker = new Worker(WORKER, {
      exposedMethods: ["runFile"],
      numWorkers: lanes,
      enableWorkerThreads: false,
      maxRetries: 0,
      forkOptions: { execArgv: ["--no-warnings"], stdio: "inherit" },
    });
    const pattern = testNamePattern === undefined || testNamePattern === null ? "" : String(testNamePattern);
    const waiting = [...tests];
    const runLane = async () => {
      for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
        await onStart(test);
        const limit = testTimeout ?? test.context.config.testTimeout;
        try {
          await onResult(test, await worker.runFile({ path: test.path, pattern, testTimeout: limit }));
        } catch (failure) {
          await onFailure(test, failure);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, runLane));
    await worker.end();
  }
}
