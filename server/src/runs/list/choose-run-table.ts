import type { RunQuestion } from "./check-run-question.js";

/** chooseRunTable returns the table that has the rows of a question: open runs are few among many and have one of their own. */
export function chooseRunTable({ filter }: Pick<RunQuestion, "filter">): string {
  const isOpenOnly = filter.states != null && filter.states.length > 0 && !filter.states.includes("FINISHED");
  return isOpenOnly ? "open_run" : "run";
}
