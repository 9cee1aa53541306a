// npm test: installs and builds what is missing, then runs every check and every test. The last line is `N passed, N failed`.
import { checkNode } from "./prepare/check-node.mjs";

checkNode();
const startedAt = Date.now();
const { prepare } = await import("./prepare/prepare.mjs");
const { installPrograms } = await import("./prepare/install-programs.mjs");
await prepare();
const { compileSources } = await import("./prepare/compile-sources.mjs");
await compileSources({ areTests: true });
installPrograms();
const { CHECK_STAGES } = await import("./stages/check-stages.mjs");
const { runChecks } = await import("./stages/run-checks.mjs");
const { runJest } = await import("./stages/run-jest.mjs");
const { reportStage } = await import("./stages/report-stage.mjs");

/** Every project has the two cores to itself; the engines of the later ones use several threads each. */
const PROJECTS = [
  { projects: ["unit", "web", "scripts"], workers: 2, limitSeconds: 300 },
  { projects: ["integration"], workers: 2, limitSeconds: 1_500 },
  { projects: ["e2e"], workers: 2, limitSeconds: 900 },
];

const results = await runChecks(CHECK_STAGES, { lanes: 2, report: reportStage });
for (const projects of PROJECTS) {
  const result = await runJest(projects);
  reportStage(result);
  results.push(result);
}

const passed = results.reduce((sum, result) => sum + (result.passed ?? (result.isPassed ? 1 : 0)), 0);
const failed = results.reduce((sum, result) => sum + (result.failed ?? (result.isPassed ? 0 : 1)), 0);
const broken = results.filter((result) => !result.isPassed).map((result) => result.title);
console.log(
  `Took ${Math.round((Date.now() - startedAt) / 1000)} s.${broken.length > 0 ? ` Failed: ${broken.join(", ")}.` : ""}`,
);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
