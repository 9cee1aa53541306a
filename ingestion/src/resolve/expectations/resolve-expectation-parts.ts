import type { ExpectationRule } from "@watchfloor/dashboards";
import type { ChangeTarget, EventDocument } from "../../events/event-document.js";
import type { ReceivedEvent } from "../../events/received-event.js";
import { buildAttributes } from "../build-attributes.js";
import type { FoldPart } from "../fold-part.js";
import { pickText } from "../pick-text.js";
import type { RunFields, RunPartBody } from "../run-part-body.js";
import { fitsPattern } from "./fits-pattern.js";
import { readAmount } from "./read-amount.js";
import { readCount } from "./read-count.js";
import { readKey } from "./read-key.js";
import type { RuleMatcher } from "./timed-rule.js";

/** ExpectationPart is what one event contributes to one obligation: the run `run` of the workflow that is named like the rule. */
export interface ExpectationPart {
  readonly rule: ExpectationRule;
  readonly run: string;
  readonly part: FoldPart<RunPartBody>;
}

/**
 * resolveExpectationParts says what an event contributes to obligations (CONTRACT 2.2, expectation), by the version of each rule
 * that is in force at the event's time. Nothing is looked up: an answer adds its part whether or not what it answers is known.
 */
export function resolveExpectationParts(received: ReceivedEvent, matchers: readonly RuleMatcher[]): ExpectationPart[] {
  const found: ExpectationPart[] = [];
  const { event, timeMs } = received;
  for (const matcher of matchers) {
    if (timeMs < matcher.fromMs || timeMs >= matcher.toMs || !isFor(matcher, event)) continue;
    if (!fitsPattern(event, matcher.pattern)) continue;
    const { rule, side } = matcher;
    const fields = side === "expect" ? rule.key : (rule.answerKey ?? rule.key);
    for (const target of listTargets(event, fields)) {
      const run = readKey(event, fields, target);
      if (run !== undefined && !found.some((known) => isSame(known, rule.id, run, side)))
        found.push({ rule, run, part: buildPart(received, matcher, target) });
    }
  }
  return found;
}

/** Two patterns of one side that both fit say the same. */
function isSame(known: ExpectationPart, rule: string, run: string, side: string): boolean {
  return known.rule.id === rule && known.run === run && known.part.name === PART_NAMES[side];
}

function isFor({ rule }: RuleMatcher, { client }: EventDocument): boolean {
  return rule.clients === undefined || rule.clients.includes(client);
}

/** A key that names targets speaks of each target of a change by itself. */
function listTargets(event: EventDocument, fields: readonly string[]): readonly (ChangeTarget | undefined)[] {
  if (!fields.some((field) => field.startsWith("target."))) return [undefined];
  return event.targets ?? (event.target === undefined ? [] : [event.target]);
}

const PART_NAMES: Readonly<Record<string, string>> = { expect: "expected", answer: "answered", cancel: "cancelled" };

function buildPart(
  received: ReceivedEvent,
  { rule, side }: RuleMatcher,
  target: ChangeTarget | undefined,
): FoldPart<RunPartBody> {
  const { event, timeMs, text } = received;
  const common = { source: event.source, id: event.id, name: PART_NAMES[side] ?? side, timeMs, contentHash: text.hash };
  const fields = buildFields(event, target);
  const attributes = buildAttributes(event);
  const amount = readAmount(event, rule.amount);
  if (side === "cancel") return { ...common, body: { finish: { outcome: "cancelled" }, fields, attributes } };
  if (side === "answer")
    return { ...common, body: { answers: { count: readCount(event, rule.answerCount), amount }, fields, attributes } };
  const { absolute = 0, relative = 0, check = `${rule.id}.amount` } = rule.amount ?? {};
  return {
    ...common,
    body: {
      startedAtMs: timeMs,
      dueAtMs: timeMs + rule.withinSeconds * 1000,
      expects: { count: readCount(event, rule.count), amount, absolute, relative, check },
      money: amount ?? readAmount(event, { of: "money", absolute, relative }),
      fields,
      attributes,
    },
  };
}

function buildFields(event: EventDocument, target: ChangeTarget | undefined): RunFields {
  return {
    source: event.source,
    store: pickText(event.store ?? target?.store),
    channel: pickText(event.channel ?? target?.channel),
    partner: pickText(event.partner ?? target?.partner),
    system: pickText(target?.system),
    region: pickText(event.region),
    brand: pickText(event.brand),
    correlation: pickText(event.correlation),
    actor: pickText(event.actor),
    entityType: pickText(event.entity?.type),
    entityId: pickText(event.entity?.id),
    entityVersion: pickText(event.entity?.version),
    change: pickText(event.change),
  };
}
