import { parseAlertRule, type AlertRule } from "@watchfloor/dashboards";
import type { Outcome } from "../instance/judgement.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { fingerprintJudgement } from "../rules/fingerprint-judgement.js";
import type { JudgedInstance } from "./judge-rule.js";
import { MAX_INSTANCES } from "./drop-surplus.js";
import { EMPTY_DOCUMENT, type RuleDocument } from "./rule-document.js";
import { endRule, failRule, skipSlots, stepRule, type RuleStep } from "./step-rule.js";

const MINUTE = 60_000;
const build = (more: string): AlertRule =>
  parseAlertRule(
    `id: r\nkind: threshold\ntitle: R\nsummary: "{{client}} {{value}}"\nmetric: failure_rate\ngroupBy: [client]\nlevels: [{ severity: critical, threshold: 1 }]\n${more}`,
    ALERT_RULE_KNOWLEDGE,
  );
const RULE = build("forSeconds: 60\nkeepFiringSeconds: 0\nnewGroupDelaySeconds: 0");
const stepOf = (minute: number, rule = RULE): RuleStep => ({
  ...{ tenant: "t", rule, version: 1, judgement: fingerprintJudgement(rule), slotAt: minute * MINUTE },
});
const judged = (client: string, outcome: Outcome, value = 2): JudgedInstance => ({
  ...{ labels: { client, severity: "critical" }, severity: "critical", threshold: 1, evidence: {} },
  judgement: { outcome, value },
});
const step = (
  document: RuleDocument,
  minute: number,
  outcomes: Readonly<Record<string, Outcome>>,
  rule = RULE,
): RuleDocument =>
  stepRule(document, stepOf(minute, rule), {
    instances: Object.entries(outcomes).map(([client, outcome]) => judged(client, outcome)),
    judgeAbsent: () => ({ outcome: "missing", value: null }),
  });
const play = (outcomes: readonly Readonly<Record<string, Outcome>>[], rule = RULE) =>
  outcomes.reduce((document, each, minute) => step(document, minute, each, rule), EMPTY_DOCUMENT);
const kinds = ({ out }: RuleDocument) => out.map(({ kind, reason, slotAt }) => [kind, reason, slotAt / MINUTE]);
const states = ({ instances }: RuleDocument) => Object.values(instances).map(({ state }) => state.state);

describe("stepRule", () => {
  it("keeps what is not at rest and tells what moved, each with an identity of its own", () => {
    const document = play([{ c: "match" }, { c: "match" }, { c: "clear" }, { c: "match" }, { c: "match" }]);
    const told = document.out.filter(({ kind }) => kind !== "history");
    expect(told.map(({ kind }) => kind)).toEqual(["fired", "resolved", "fired"]);
    expect(new Set(document.out.map(({ id }) => id)).size).toBe(document.out.length);
    expect(told[0]?.incidentId).toBe(told[1]?.incidentId);
    expect(told[2]?.incidentId).not.toBe(told[0]?.incidentId);
    expect(told[0]).toMatchObject({ client: "c", store: "", evidence: { summary: "c 200 %" }, threshold: 1, value: 2 });
    expect(document.cursor).toBe(4 * MINUTE);
  });

  it("numbers episodes on after an instance was at rest", () => {
    const document = play([{ c: "match" }, { c: "match" }, { c: "clear" }]);
    expect(document.instances).toEqual({});
    expect(Object.values(document.seqs)).toEqual([[3, 1]]);
  });

  it("is the same for the same document and judgement", () => {
    expect(play([{ c: "match" }, { c: "match" }])).toEqual(play([{ c: "match" }, { c: "match" }]));
  });

  it("judges a group that is new only after a while, and one that was there at first at once", () => {
    const rule = build("forSeconds: 0\nnewGroupDelaySeconds: 60");
    const document = play([{ old: "match" }, { old: "match", fresh: "match" }, { old: "match", fresh: "match" }], rule);
    expect(document.out.map(({ client, slotAt }) => [client, slotAt / MINUTE])).toEqual([
      ["old", 0],
      ["fresh", 2],
    ]);
  });

  it("refuses two groups that are one", () => {
    const twice = {
      instances: [judged("c", "match"), judged("c", "clear")],
      judgeAbsent: () => ({ outcome: "missing" as const, value: null }),
    };
    expect(() => stepRule(EMPTY_DOCUMENT, stepOf(0), twice)).toThrow(/group by more/);
  });

  it("keeps no more than so many instances, of the pending ones the oldest, and says so", () => {
    const of = (from: number, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${from + at}`, "match" as const]));
    const first = step(EMPTY_DOCUMENT, 0, of(0, 600));
    const second = step(first, 1, { ...of(0, 600), ...of(600, 600) });
    expect(Object.keys(second.instances)).toHaveLength(MAX_INSTANCES);
    expect(states(second).filter((state) => state === "firing")).toHaveLength(600);
    expect(second.health).toMatchObject({ state: "limit" });
  });
});

describe("a slot that could not be asked", () => {
  it("moves nothing in any state, and is trouble after three", () => {
    const firing = play([{ c: "match" }, { c: "match" }]);
    const failed = [2, 3, 4].reduce((document, minute) => failRule(document, stepOf(minute), "no engine"), firing);
    expect(failed.out).toEqual(firing.out);
    expect(states(failed)).toEqual(["firing"]);
    expect(failRule(firing, stepOf(2), "no engine").health.state).toBe("ok");
    expect(failed.health).toMatchObject({ state: "error", errors: 3, message: "no engine" });
    expect(step(failed, 5, { c: "match" }).health.state).toBe("ok");
  });
});

describe("an edit", () => {
  const longer = build("forSeconds: 600\nkeepFiringSeconds: 600\nnewGroupDelaySeconds: 0");
  it.each([
    [
      "of words changes nothing",
      build("forSeconds: 60\nkeepFiringSeconds: 0\nnewGroupDelaySeconds: 0\ndescription: new"),
      "clear",
      ["resolved", "cleared", 2],
    ],
    [
      "ends what fires and no longer matches at once, whatever it keeps",
      longer,
      "clear",
      ["resolved", "rule_updated", 2],
    ],
    ["does not demote what fires and matches", longer, "match", ["fired", null, 1]],
  ] as const)("%s", (_name, rule, outcome, last) => {
    const firing = play([{ c: "match" }, { c: "match" }]);
    expect(kinds(step(firing, 2, { c: outcome }, rule)).at(-1)).toEqual(last);
  });

  it("drops what is pending", () => {
    const pending = step(EMPTY_DOCUMENT, 0, { c: "match" });
    const edited = step(pending, 1, { c: "match" }, longer);
    expect(Object.values(edited.instances)[0]?.state).toMatchObject({ state: "pending", activeAt: MINUTE });
  });
});

describe("the end of a rule", () => {
  it.each(["rule_paused", "rule_deleted"] as const)(
    "resolves what fires with %s and drops what is pending",
    (reason) => {
      const document = play([{ c: "match" }, { c: "match", d: "match" }]);
      const ended = endRule(document, stepOf(2), reason);
      expect(
        kinds(ended)
          .filter(([kind]) => kind !== "history")
          .at(-1),
      ).toEqual(["resolved", reason, 2]);
      expect([ended.instances, ended.cursor]).toEqual([{}, null]);
    },
  );

  it("of a gap that is too long drops what is pending and keeps what fires", () => {
    const document = play([{ c: "match" }, { c: "match", d: "match" }]);
    const skipped = skipSlots(document, 500 * MINUTE, 498);
    expect(states(skipped)).toEqual(["firing"]);
    expect(skipped).toMatchObject({ cursor: 500 * MINUTE, counts: { skipped: 498 } });
  });
});
