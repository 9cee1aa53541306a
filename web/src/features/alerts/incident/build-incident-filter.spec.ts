import { buildIncidentFilter, chooseChartSpan, writeSilenceMatchers } from "./build-incident-filter.js";
import { chooseLimit } from "./choose-limit.js";
import { readRuleFacts } from "./read-rule-facts.js";

const labels = Object.entries({ client: "a", store: "1", severity: "critical", workflow: "w" }).map(
  ([name, value]) => ({
    ...{ name, value },
  }),
);
const now = new Date("2026-11-22T12:00:00Z");

describe("buildIncidentFilter", () => {
  it("narrows to the place of the incident and to what its rule is narrowed to", () => {
    expect(buildIncidentFilter({ labels }, { workflows: ["x"], clients: ["a", "b"] }, {})).toEqual({
      ...{ clients: ["a"], stores: ["1"], workflows: ["w"] },
    });
  });

  it("narrows by no word that the rule adds itself", () => {
    expect(buildIncidentFilter({ labels }, { workflows: ["x"] }, { workflow: "w" })).toMatchObject({
      workflows: ["x"],
    });
  });
});

describe("writeSilenceMatchers", () => {
  it("names the rule and the place", () => {
    expect(writeSilenceMatchers({ rule: 'r"1', labels })).toBe('rule="r\\"1",client="a",store="1",workflow="w"');
  });
});

describe("chooseChartSpan", () => {
  it("begins before it fired and ends now, or a little after its end", () => {
    const fires = { firedAt: "2026-11-22T11:00:00Z", resolvedAt: null };
    expect(chooseChartSpan(fires, null, now)).toEqual({
      ...{ from: "2026-11-22T05:00:00.000Z", to: "2026-11-22T12:00:00.000Z" },
    });
    const over = { firedAt: "2026-11-20T10:00:00Z", resolvedAt: "2026-11-20T11:00:00Z" };
    expect(chooseChartSpan(over, 14_400, now)).toEqual({
      ...{ from: "2026-11-19T22:00:00.000Z", to: "2026-11-20T15:00:00.000Z" },
    });
  });
});

describe("chooseLimit", () => {
  const incident = { threshold: 0.06 };
  const of = (kind: "THRESHOLD" | "BURN" | "CHANGE" | "ANOMALY", definition: object = {}) => ({
    incident,
    rule: { kind, definition: JSON.stringify(definition) },
  });
  it.each([
    ["THRESHOLD", {}, 0.06],
    ["BURN", { objective: 0.99 }, 0.94],
    ["CHANGE", {}, null],
    ["ANOMALY", {}, null],
  ] as const)("of %s is %s", (kind, definition, limit) => {
    expect(chooseLimit(of(kind, definition))).toBe(limit);
  });
});

describe("readRuleFacts", () => {
  it("reads what a definition says, and nothing out of what is none", () => {
    const definition = JSON.stringify({ op: "<", windowSeconds: 60, filter: { workflows: ["w", 3], other: ["x"] } });
    expect(readRuleFacts({ definition })).toMatchObject({ op: "<", windowSeconds: 60, filter: { workflows: ["w"] } });
    expect(readRuleFacts({ definition: "no JSON" })).toMatchObject({ op: null, windowSeconds: null, filter: {} });
    expect(readRuleFacts(null).filter).toEqual({});
  });
});
