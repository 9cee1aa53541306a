// npm run check: format, lint, types, import rules and generated files, without the tests.
import { prepare } from "./prepare/prepare.mjs";

await prepare({ shouldBuildWeb: false });
const { CHECK_STAGES } = await import("./stages/check-stages.mjs");
const { runChecks } = await import("./stages/run-checks.mjs");
const { reportStage } = await import("./stages/report-stage.mjs");

const results = await runChecks(CHECK_STAGES, { lanes: 2, report: reportStage });
const failed = results.filter((result) => !result.isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
