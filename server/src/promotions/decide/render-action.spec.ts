import { renderAction, type ActionFacts } from "./render-action.js";

const facts: ActionFacts = {
  ...{
    state: "ROLLING_OUT",
    startsInSeconds: 3_600,
    planned: 300,
    live: 259,
    gates: [],
    missing: ["Store 1", "Store 2"],
  },
};

describe("what to do about a promotion", () => {
  it.each<[Partial<ActionFacts>, string]>([
    [{ state: "LIVE" }, "Nothing to do: it is live everywhere."],
    [{ state: "LATE" }, "Reach 41 targets that miss it: Store 1, Store 2 and 39 more."],
    [{ state: "LATE", live: 299, missing: ["Store 1"] }, "Reach 1 target that misses it: Store 1."],
    [{ state: "LATE", planned: 0, live: 0 }, "Publish it: its start has passed and no target has it."],
    [
      {
        state: "BLOCKED",
        gates: [
          { title: "Price", state: "LATE" },
          { title: "Legal", state: "RED" },
        ],
      },
      "Have “Legal” decided again: it was not given.",
    ],
    [{ state: "BLOCKED", gates: [{ title: "Price", state: "LATE" }] }, "Chase “Price”: it is past its deadline."],
    [{ state: "PLANNED", planned: 0, gates: [{ title: "Price", state: "WAITING" }] }, "Wait for “Price”."],
    [{ state: "PLANNED", planned: 0, live: 0 }, "Publish it: it starts in 1 h."],
    [{}, "Watch it arrive: 259 of 300 targets live."],
  ])("%j", (change, words) => {
    expect(renderAction({ ...facts, ...change })).toBe(words);
  });
});
