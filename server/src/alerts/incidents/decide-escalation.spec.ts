import { decideEscalation, type EscalationFacts } from "./decide-escalation.js";

const MINUTE = 60_000;
const policy = {
  steps: [0, 15, 15].map((afterMinutes, place) => ({ afterMinutes, contacts: [`contact-${place}`] })),
  loops: 0,
};
const facts = (more: Partial<EscalationFacts> = {}): EscalationFacts => ({
  ...{ firedAt: 0, resolvedAt: null, acknowledgedAt: null, acknowledgedUntil: null, done: [] },
  ...more,
});
const decide = (minute: number, more: Partial<EscalationFacts> = {}, loops = 0) => {
  const { send, superseded, nextAt } = decideEscalation({ ...policy, loops }, facts(more), minute * MINUTE);
  return [send?.key ?? null, superseded.map(({ key }) => key), nextAt === null ? null : nextAt / MINUTE];
};

describe("decideEscalation", () => {
  it.each([
    ["the first step at once", 0, {}, ["0.0", [], 15]],
    ["nothing between steps", 14, { done: ["0.0"] }, [null, [], 15]],
    ["the second step at its instant", 15, { done: ["0.0"] }, ["0.1", [], 30]],
    ["the last of several after downtime", 40, {}, ["0.2", ["0.0", "0.1"], null]],
    ["nothing after the end", 40, { resolvedAt: 1 }, [null, [], null]],
    ["nothing while it is acknowledged", 20, { done: ["0.0"], acknowledgedAt: 10 * MINUTE }, [null, [], null]],
    [
      "the next step when the acknowledgement is over",
      31,
      { done: ["0.0"], acknowledgedAt: 10 * MINUTE, acknowledgedUntil: 20 * MINUTE },
      ["0.2", [], null],
    ],
    [
      "not the step that was due meanwhile",
      25,
      { done: ["0.0"], acknowledgedAt: 10 * MINUTE, acknowledgedUntil: 20 * MINUTE },
      [null, [], 30],
    ],
    ["nothing twice", 40, { done: ["0.0", "0.1", "0.2"] }, [null, [], null]],
  ] as const)("sends %s", (_name, minute, more, expected) => {
    expect(decide(minute, more)).toEqual(expected);
  });

  it("goes through the steps again, at most three times", () => {
    expect(decide(30, { done: ["0.0", "0.1", "0.2"] }, 1)).toEqual(["1.0", [], 45]);
    expect(decide(10_000, {}, 99)[0]).toBe("3.2");
  });
});
