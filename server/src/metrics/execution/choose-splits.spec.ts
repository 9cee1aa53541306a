import { chooseSplits } from "./choose-splits.js";

describe("chooseSplits", () => {
  const money = { splitBy: ["CURRENCY", "MEASURE"] } as const;
  const steps = { splitBy: ["STEP"] } as const;

  it.each([
    ["nothing", {}, {}, []],
    ["what it is split by", money, {}, ["CURRENCY", "MEASURE"]],
    ["no dimension that is asked for anyway", money, { dimensions: ["CURRENCY"] }, ["MEASURE"]],
    ["not the measure where there is one", money, { measures: ["price"] }, ["CURRENCY"]],
    ["the measure where there are two", money, { measures: ["price", "tax"] }, ["CURRENCY", "MEASURE"]],
    ["not the step where there is one", steps, { steps: ["pack"] }, []],
    ["the step where there is none left", steps, { steps: [] }, ["STEP"]],
    ["the step where one measure is named", steps, { measures: ["price"] }, ["STEP"]],
  ] as const)("adds %s", (_, metric, question, splits) => {
    expect(chooseSplits(metric, { dimensions: [], ...question })).toEqual(splits);
  });
});
