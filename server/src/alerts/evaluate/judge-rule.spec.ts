import { parseAlertRule, type AlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { judgeRule, judgeSubjects } from "./judge-rule.js";
import { buildRuleQueries } from "./rule-query.js";
import type { GroupFigures, SlotFigures, WindowFigure } from "./slot-figures.js";

const build = (text: string): AlertRule =>
  parseAlertRule(`id: r\ntitle: R\nsummary: s\ngroupBy: [client]\n${text}`, ALERT_RULE_KNOWLEDGE);
const figure = (value: number | null, denominator: number | null = null): WindowFigure => ({
  ...{ value, denominator, numerator: value === null || denominator === null ? null : value * denominator },
});
const group = (client: string, ...windows: WindowFigure[]): GroupFigures => ({ labels: { client }, windows });
const given = (more: Partial<SlotFigures>): SlotFigures => ({ now: [], before: [], isHeard: () => true, ...more });
const outcomes = (rule: AlertRule, figures: Partial<SlotFigures>) =>
  judgeRule(rule, given(figures)).instances.map(({ labels, judgement }) => [labels["severity"], judgement.outcome]);

const LEVELS =
  "levels: [{ severity: critical, threshold: 10 }, { severity: warning, threshold: 5, recoveryThreshold: 3 }]";

describe("judgeRule", () => {
  const ratio = build(`kind: threshold\nmetric: duration_p95\n${LEVELS}`);
  it.each([
    [11, "match", "match"],
    [10, "clear", "match"],
    [5, "clear", "hold"],
    [3, "clear", "clear"],
    [null, "missing", "missing"],
  ])("judges %s at each level", (value, critical, warning) => {
    expect(outcomes(ratio, { now: [group("c", figure(value))] })).toEqual([
      ["critical", critical],
      ["warning", warning],
    ]);
  });

  it("takes nothing for 0 where a count is heard, and for missing where it is not", () => {
    const count = build("kind: threshold\nmetric: runs_started\nop: <\nlevels: [{ severity: critical, threshold: 1 }]");
    expect(buildRuleQueries(count)?.now.edges).toHaveLength(3);
    const nothing = { now: [group("c", figure(40), figure(0))] };
    expect(outcomes(count, nothing)).toEqual([["critical", "match"]]);
    expect(outcomes(count, { ...nothing, isHeard: () => false })).toEqual([["critical", "missing"]]);
    const absent = (isHeard: boolean) =>
      judgeRule(count, given({ isHeard: () => isHeard })).judgeAbsent({ client: "c", severity: "critical" }).outcome;
    expect([absent(true), absent(false)]).toEqual(["match", "missing"]);
  });

  it("takes nothing for 0 of a state, and for missing of a share", () => {
    const of = (metric: string) =>
      judgeRule(build(`kind: threshold\nmetric: ${metric}\n${LEVELS}`), given({ isHeard: () => false }));
    expect(of("runs_open").judgeAbsent({ severity: "warning" }).outcome).toBe("clear");
    expect(of("failure_rate").judgeAbsent({ severity: "warning" }).outcome).toBe("missing");
  });

  it("looks at one currency of money where a rule says so, and at each by itself where not", () => {
    const money = (more: string) =>
      build(`kind: obligations\nstate: at_risk\nby: money\n${more}\nlevels: [{ severity: info, threshold: 10 }]`);
    const of = (currency: string, value: number) => ({ labels: { client: "c", currency }, windows: [figure(value)] });
    const now = [of("EUR", 11), of("USD", 9)];
    expect(buildRuleQueries(money(""))?.now.metric).toBe("sla_at_risk_money");
    expect(outcomes(money(""), { now })).toEqual([
      ["info", "match"],
      ["info", "clear"],
    ]);
    expect(outcomes(money("currency: USD"), { now })).toEqual([["info", "clear"]]);
  });

  it("says nothing of a share of few cases", () => {
    const few = build(
      `kind: threshold\nmetric: failure_rate\nminimumSample: 20\nlevels: [{ severity: info, threshold: 0.1 }]`,
    );
    expect(outcomes(few, { now: [group("c", figure(0.5, 19))] })).toEqual([["info", "missing"]]);
    expect(outcomes(few, { now: [group("c", figure(0.5, 20))] })).toEqual([["info", "match"]]);
  });

  const change = build(
    "kind: change\nmetric: runs_started\nagainstSeconds: 604800\nop: <\nminimumBefore: 30\nlevels: [{ severity: info, threshold: -0.5 }]",
  );
  it.each([
    ["half is not less than half", 50, 100, "clear"],
    ["less than half is", 49, 100, "match"],
    ["nothing now is a drop", undefined, 100, "match"],
    ["too little before says nothing", 0, 29, "missing"],
    ["nothing before says nothing", 50, undefined, "missing"],
  ])("compares with a week ago: %s", (_name, now, before, outcome) => {
    const groups = (value: number | undefined) => (value === undefined ? [] : [group("c", figure(value))]);
    expect(outcomes(change, { now: groups(now), before: groups(before) })).toEqual([["info", outcome]]);
  });

  const silent = build("kind: no_data\nmetric: runs_started\nseverity: info");
  it.each([
    ["something usual is there", 1, 5, "clear"],
    ["something usual is not there", 0, 5, "match"],
    ["nothing was there a week ago", 0, 0, "missing"],
    ["it is new", 1, 0, "clear"],
  ])("misses only what is usual: %s", (_name, now, before, outcome) => {
    const figures = { now: [group("c", figure(now))], before: [group("c", figure(before))] };
    expect(outcomes(silent, figures)).toEqual([["info", outcome]]);
  });

  it("clears what a reader of its own no longer finds", () => {
    const strange = build("kind: anomaly\nseverity: info");
    const found = { labels: { client: "c", metric: "m" }, value: 9, evidence: {} };
    const judged = judgeSubjects(strange, [found]);
    expect(judged.instances[0]).toMatchObject({
      labels: { client: "c", severity: "info" },
      judgement: { outcome: "match" },
    });
    expect(judged.judgeAbsent({}).outcome).toBe("clear");
  });
});

describe("tiers of a burn rate", () => {
  const burn = build("kind: burn\nmetric: failure_rate\nobjective: 0.999");
  const edges = buildRuleQueries(burn)?.now.edges ?? [];
  const HOUR = 3_600_000;
  /** Failed of 1,000 in every window, from some offset on. */
  const outcomesOf = (bad: (fromMs: number) => number, total: (fromMs: number) => number = () => 1_000) => {
    const windows = edges
      .slice(0, -1)
      .map((edge) => ({ value: null, numerator: bad(-edge), denominator: total(-edge) }));
    const judged = judgeRule(burn, given({ now: [{ labels: { client: "c" }, windows }] })).instances;
    return Object.fromEntries(judged.map(({ labels, judgement }) => [labels["tier"], judgement.outcome]));
  };

  it("has the windows of all tiers and the middles of the long ones", () => {
    expect(edges.map((edge) => Math.abs(edge) / 60_000)).toEqual([4320, 2160, 360, 180, 60, 30, 5, 0]);
  });

  it("fires every tier when everything fails for three days, and none of what is clean", () => {
    expect(outcomesOf(() => 1_000)).toEqual({ "page-fast": "match", "page-slow": "match", ticket: "match" });
    expect(outcomesOf(() => 0)).toEqual({ "page-fast": "clear", "page-slow": "clear", ticket: "clear" });
  });

  it("fires none when the last five minutes are clean but the ticket", () => {
    const before = outcomesOf((fromMs) => (fromMs <= 5 * 60_000 ? 0 : 20));
    expect(before).toEqual({ "page-fast": "clear", "page-slow": "match", ticket: "match" });
  });

  it("is strict at the threshold: 1.44 % does not page", () => {
    expect(outcomesOf(() => 14.4)["page-fast"]).toBe("clear");
    expect(outcomesOf(() => 14.5)["page-fast"]).toBe("match");
  });

  it("never fires for fewer than three failures, nor before half of the window was seen", () => {
    const few = (bad: number) =>
      outcomesOf(
        (fromMs) => (fromMs <= 5 * 60_000 ? bad : 0),
        (fromMs) => (fromMs <= HOUR ? 10 : 0),
      );
    expect([few(2)["page-fast"], few(3)["page-fast"]]).toEqual(["clear", "match"]);
    expect(few(3)["ticket"]).toBe("missing");
  });
});
