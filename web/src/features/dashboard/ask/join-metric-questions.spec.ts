import { joinMetricQuestions } from "./join-metric-questions.js";

const range = { from: "2026-10-01T00:00:00.000Z", to: "2026-11-01T00:00:00.000Z" };

describe("joinMetricQuestions", () => {
  it("asks for metrics of one range and filter together, each once", () => {
    const questions = [
      { ...range, metrics: ["a"], filter: { clients: ["c"] } },
      { ...range, metrics: ["b", "a"], filter: { clients: ["c"] } },
      { ...range, metrics: ["a"], filter: { clients: ["d"] } },
    ];
    expect(joinMetricQuestions(questions)).toEqual([
      { question: { ...range, metrics: ["a", "b"], filter: { clients: ["c"] } }, of: [0, 1] },
      { question: questions[2], of: [2] },
    ]);
  });

  it("keeps ranges, comparisons and what is grouped apart", () => {
    const questions = [
      { ...range, metrics: ["a"] },
      { ...range, metrics: ["a"], compareTo: "PREVIOUS_PERIOD" as const },
      { ...range, metrics: ["a"], groupBy: ["STORE" as const] },
      { ...range, metrics: ["b"], groupBy: ["STORE" as const] },
    ];
    expect(joinMetricQuestions(questions).map(({ of }) => of)).toEqual([[0], [1], [2], [3]]);
  });
});
