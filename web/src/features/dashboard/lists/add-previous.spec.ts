import type { PanelAnswer } from "../ask/panel-queries.js";
import { addPrevious } from "./add-previous.js";

function answer(client: string, values: Record<string, number | null>): PanelAnswer["groups"][number] {
  const none = { numerator: null, denominator: null, coverage: null, nullReason: null, previousNullReason: null };
  return {
    ...{ rank: null, isBelowSample: false },
    key: [{ dimension: "CLIENT", id: client, title: null }],
    values: Object.entries(values).map(([metric, previous]) => ({
      ...{ ...none, metric, previous, value: 1, unit: "count", currency: null, intervalLow: null, intervalHigh: null },
    })),
  };
}
const whole = { asOf: "", coverage: null, groupCount: 2 };

it("gives each figure of a group what it was before, and leaves those that nobody compared", () => {
  const now = { ...whole, groups: [answer("a", { kept: null, open: null }), answer("b", { kept: null })] };
  const before = { ...whole, groups: [answer("b", { kept: 7 }), answer("a", { kept: 5 })] };
  const joined = addPrevious(now, before).groups.map(({ values }) => values.map(({ previous }) => previous));
  expect(joined).toEqual([[5, null], [7]]);
});
