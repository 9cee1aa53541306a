import { runStage } from "./run-stage.mjs";

/** runChecks runs stages with at most `lanes` side by side and reports each as it ends. Returns the results in the order given. */
export async function runChecks(stages, { lanes, report }) {
  const results = [];
  let next = 0;
  async function lane() {
    while (next < stages.length) {
      const position = next++;
      results[position] = await runStage(stages[position]);
      report(results[position]);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
