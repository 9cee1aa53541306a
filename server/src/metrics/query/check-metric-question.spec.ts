import { checkMetricQuestion } from "./check-metric-question.js";
import type { MetricQuestion } from "./metric-query.js";

const FROM = new Date("2026-03-01T00:00:00Z");
const TO = new Date("2026-04-01T00:00:00Z");
const given = { now: new Date("2026-03-15T00:00:00Z"), zone: "UTC" };
const check = (question: Partial<MetricQuestion>) =>
  checkMetricQuestion({ metrics: ["runs_started"], from: FROM, to: TO, ...question }, given);

describe("checkMetricQuestion", () => {
  it.each<[string, string, Partial<MetricQuestion>]>([
    ["unknown_metric", "query.metrics", { metrics: ["runs_sarted"] }],
    ["too_many_metrics", "query.metrics", { metrics: [] }],
    ["empty_range", "query.from", { from: TO, to: TO }],
    ["empty_range", "query.from", { from: TO, to: FROM }],
    ["unknown_time_zone", "query.timeZone", { timeZone: "Mars/Olympus" }],
    ["too_many_points", "query.granularity", { from: new Date("2016-03-01T00:00:00Z"), granularity: "MINUTE" }],
    ["too_many_points", "query.granularity", { granularity: "FIFTEEN_MINUTES" }],
    ["dimension_not_offered", "query.groupBy", { groupBy: ["MEASURE"] }],
    ["dimension_not_offered", "query.groupBy", { metrics: ["exception_rate"], groupBy: ["EXCEPTION_CLASS"] }],
    ["dimension_not_offered", "query.groupByAttributes", { metrics: ["coverage"], groupByAttributes: ["priority"] }],
    [
      "too_many_dimensions",
      "query.groupBy",
      { groupBy: ["CLIENT", "STORE", "CHANNEL", "PARTNER", "WORKFLOW", "SOURCE"] },
    ],
    ["filter_not_offered", "query.filter.measures", { filter: { measures: ["price"] } }],
    [
      "filter_not_offered",
      "query.filter.attributes",
      { metrics: ["coverage"], filter: { attributes: [{ name: "a", value: "b" }] } },
    ],
    [
      "filter_too_long",
      "query.filter.stores",
      { filter: { stores: Array.from({ length: 1_001 }, (_, number) => `s${number}`) } },
    ],
    ["limit_out_of_range", "query.limit", { limit: 0 }],
    ["limit_out_of_range", "query.limit", { limit: 1_001 }],
    ["order_not_asked", "query.orderBy.metric", { orderBy: { metric: "runs_open", direction: "ASCENDING" } }],
  ])("refuses with %s at %s", (reason, field, question) => {
    const answer = check(question);
    expect(answer).toMatchObject({ isAccepted: false, refusal: { reason, field } });
    if (!answer.isAccepted) expect(answer.refusal.remedy).not.toBe("");
  });

  it("accepts the longest series there may be", () => {
    const to = new Date(FROM.getTime() + 2_000 * 60_000);
    expect(check({ to, granularity: "MINUTE" })).toMatchObject({ isAccepted: true });
  });

  it("takes the earlier of now and the end of the range as now", () => {
    expect(check({})).toMatchObject({ query: { asOf: given.now } });
    expect(check({ to: new Date("2026-03-02T00:00:00Z") })).toMatchObject({
      query: { asOf: new Date("2026-03-02T00:00:00Z") },
    });
  });
});
