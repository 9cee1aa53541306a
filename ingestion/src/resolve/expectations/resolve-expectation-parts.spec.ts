import { expectationRuleSchema, loadExpectations, type ExpectationRule } from "@watchfloor/dashboards";
import type { EventDocument } from "../../events/event-document.js";
import type { ReceivedEvent } from "../../events/received-event.js";
import { resolveExpectationParts } from "./resolve-expectation-parts.js";
import type { RuleMatcher } from "./timed-rule.js";

const TIME = "2026-06-01T12:00:00Z";

function receive(event: Partial<EventDocument>): ReceivedEvent {
  const text = { bytes: Buffer.alloc(0), start: 0, end: 0, isPlain: true, hash: 7 };
  const document = { id: "e", kind: "run.started", time: TIME, source: "shop", client: "c", ...event } as const;
  return { tenant: "t", event: document, timeMs: Date.parse(TIME), receivedAtMs: 0, isBackfill: false, text };
}

function listMatchers(rule: ExpectationRule, time: { fromMs?: number; toMs?: number } = {}): RuleMatcher[] {
  const sides = { expect: rule.when, answer: rule.expect, cancel: rule.cancel ?? [] };
  return (["expect", "answer", "cancel"] as const).flatMap((side) =>
    sides[side].map((pattern) => ({ rule, side, pattern, fromMs: 0, toMs: Infinity, ...time })),
  );
}

function resolve(rule: ExpectationRule, event: Partial<EventDocument>, time?: { fromMs?: number; toMs?: number }) {
  const kind = event.kind ?? "run.started";
  const matchers = listMatchers(rule, time).filter(({ pattern }) => pattern.kind.some((each) => each === kind));
  return resolveExpectationParts(receive(event), matchers).map(({ run, part }) => `${part.name} ${run}`);
}

const build = (more: Record<string, unknown>) =>
  expectationRuleSchema.parse({
    ...{ id: "r", title: "R", withinSeconds: 60, key: ["correlation"] },
    ...{ when: { kind: "run.started", workflow: "ask" }, expect: { kind: "run.finished", workflow: "ask" } },
    ...more,
  });
const ask = { workflow: "ask", run: "r1", correlation: "k" };

describe("resolveExpectationParts", () => {
  it.each([
    ["what is expected", build({}), ask, ["expected k"]],
    ["its answer", build({}), { ...ask, kind: "run.finished" as const }, ["answered k"]],
    ["nothing of another workflow", build({}), { ...ask, workflow: "other" }, []],
    ["nothing without the key", build({}), { workflow: "ask", run: "r1" }, []],
    ["nothing for another client", build({ clients: ["d"] }), ask, []],
    [
      "attributes that fit",
      build({ when: { kind: "run.started", attributes: { lane: 1 } } }),
      { ...ask, attributes: { lane: 1 } },
      ["expected k"],
    ],
    [
      "not those of another type",
      build({ when: { kind: "run.started", attributes: { lane: 1 } } }),
      { ...ask, attributes: { lane: "1" } },
      [],
    ],
    [
      "keys that cannot be mistaken",
      build({ key: ["correlation", "run"] }),
      { ...ask, correlation: "a|b", run: "c\\" },
      ["expected a\\|b|c\\\\"],
    ],
    ["no key from the prototype", build({ key: ["attributes.constructor"] }), { ...ask, attributes: {} }, []],
  ])("finds %s", (_name, rule, event, expected) => {
    expect(resolve(rule, event)).toEqual(expected);
  });

  it("speaks of each target of a change by itself, and of the store that answers", async () => {
    const rule = (await loadExpectations()).find(({ id }) => id === "promotion-acknowledged");
    if (rule === undefined) throw new Error("the retail pack has no such rule");
    const published = {
      kind: "change.published",
      workflow: "promotion-launch",
      change: "p1",
      targets: [{ store: "1" }, { store: "2" }],
    } as const;
    expect(resolve(rule, published)).toEqual(["expected p1|1", "expected p1|2"]);
    const done = {
      kind: "run.finished",
      workflow: "promotion-acknowledgement",
      run: "a",
      change: "p1",
      store: "2",
      outcome: "succeeded",
    } as const;
    expect(resolve(rule, done)).toEqual(["answered p1|2"]);
  });

  it("takes the version that is in force at the event's time", () => {
    const at = Date.parse(TIME);
    expect(resolve(build({}), ask, { fromMs: at })).toHaveLength(1);
    expect(resolve(build({}), ask, { fromMs: at + 1 })).toHaveLength(0);
    expect(resolve(build({}), ask, { toMs: at })).toHaveLength(0);
  });
});
