import { checkRuleText, MAX_RULE_TEXT } from "./check-rule-text.js";

const RULE = `id: r
kind: threshold
title: T
summary: "{{value}}"
metric: failure_rate
levels: [{ severity: critical, threshold: 0.4 }, { severity: warning, threshold: 0.2 }]
`;

describe("checkRuleText", () => {
  it("gives what was read and the durations in effect, rounded up to slots", () => {
    const { document, faults, terms } = checkRuleText(`${RULE}forSeconds: 61\n`);
    expect(faults).toEqual([]);
    expect(document).toMatchObject({ id: "r", forSeconds: 61 });
    expect(document).not.toHaveProperty("intervalSeconds");
    expect(terms).toEqual(
      ["critical", "warning"].map((severity) => ({
        ...{ severity, forSeconds: 120, keepFiringSeconds: 300, noDataKeepSeconds: 300 },
      })),
    );
  });

  it("gives the defaults of each severity", () => {
    expect(checkRuleText(RULE).terms.map(({ forSeconds }) => forSeconds)).toEqual([120, 300]);
  });

  it("can still be read with faults", () => {
    const { document, faults, terms } = checkRuleText(`${RULE}intervalSeconds: 70\n`);
    expect(document).toMatchObject({ intervalSeconds: 70 });
    expect(faults).toMatchObject([{ line: 7, field: "intervalSeconds" }]);
    expect(terms).toEqual([]);
  });

  it.each([
    ["no YAML", "id: [", 1],
    ["no mapping", "- 1\n- 2", 1],
    ["too much", "#".repeat(MAX_RULE_TEXT + 1), 1],
  ])("says that it is %s", (_, text, line) => {
    const { document, faults } = checkRuleText(text);
    expect(document).toBeUndefined();
    expect(faults[0]).toMatchObject({ line });
  });
});
