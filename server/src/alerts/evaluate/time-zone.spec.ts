import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
/** What decides by time, without engines: quick enough to be run a second time. */
const PURE =
  "alerts/(quiet|instance|condition|planning|group|mute|delivery|evaluate/(step|judge|plan|decide)|replay/(replay|evaluate))";

it("does not matter where the server stands: the pure suites pass in Apia, a day ahead of most", () => {
  const given = ["node_modules/jest/bin/jest.js", "--selectProjects", "unit"];
  const run = spawnSync(process.execPath, [...given, "--testPathPatterns", PURE, "--maxWorkers", "1"], {
    ...{ cwd: ROOT, encoding: "utf8", timeout: 110_000, env: { ...process.env, TZ: "Pacific/Apia" } },
  });
  expect(run.stderr).toMatch(/Tests: +\d+ passed, \d+ total/);
  expect(run.status).toBe(0);
}, 120_000);
