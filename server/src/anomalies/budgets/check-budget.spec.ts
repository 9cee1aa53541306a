import { checkBudget } from "./check-budget.js";

describe("checkBudget", () => {
  it.each([
    ["workflow/runs_finished", 0.5, 0.1, undefined],
    ["workflow/runs_finished", 7, 7, undefined],
    ["workflow/runs_finished", 7.01, 1, "out_of_range"],
    ["workflow/runs_finished", 0, 0, "out_of_range"],
    ["workflow/runs_finished", 1, 0, "out_of_range"],
    ["workflow/runs_finished", -1, -2, "out_of_range"],
    ["workflow/runs_finished", Number.NaN, 0.1, "out_of_range"],
    ["workflow/runs_finished", 0.5, Number.POSITIVE_INFINITY, "out_of_range"],
    ["workflow/runs_finished", 0.5, 0.51, "notify_above_list"],
    ["workflow/runs_open", 0.5, 0.1, "unknown_class"],
    ["", 0.5, 0.1, "unknown_class"],
  ])("of %s with %s and %s says %s", (id, listPerWeek, notifyPerWeek, reason) => {
    expect(checkBudget(id, { listPerWeek, notifyPerWeek })?.reason).toBe(reason);
  });
});
