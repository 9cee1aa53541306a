import type { RawException, RawMeasure, RawRow, RawRun } from "@watchfloor/server/testing";
import type { ChaosEvent } from "./chaos-event.js";

const DAY_MS = 86_400_000;
const TENANT = "default";

/** foldNaively works out what the events mean, from the words of the contract alone: nothing of the product has a part in it. */
export function foldNaively(events: readonly ChaosEvent[]): RawRow[] {
  return [
    ...foldRuns(events),
    ...foldChanges(events),
    ...foldPostings(events),
    ...foldExceptions(events),
    ...listMeasures(events),
  ];
}

const base = (event: ChaosEvent) => ({
  ...{ tenant: TENANT, client: event.client, store: "", channel: "", partner: "", priority: "", currency: "EUR" },
  workflow: String(event["workflow"] ?? ""),
});
const ms = (text: unknown): number => Date.parse(String(text));
const amountOf = (event: ChaosEvent | undefined): number =>
  Number((event?.["money"] as { amount?: number } | undefined)?.amount ?? 0);

/** The one with the greatest (time, id) of those that say something. */
function newest(
  events: readonly ChaosEvent[],
  says: (event: ChaosEvent) => boolean = () => true,
): ChaosEvent | undefined {
  return events.filter(says).reduce<ChaosEvent | undefined>((best, event) => {
    if (best === undefined) return event;
    return ms(event.time) > ms(best.time) || (event.time === best.time && event.id > best.id) ? event : best;
  }, undefined);
}

function groupBy(events: readonly ChaosEvent[], key: (event: ChaosEvent) => string): ChaosEvent[][] {
  const groups = new Map<string, ChaosEvent[]>();
  for (const event of events) {
    const group = groups.get(key(event));
    if (group === undefined) groups.set(key(event), [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

function least(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

/** What `dashboards/packs/retail/policies.yaml` promises of runs whose source says no deadline. */
const PROMISED_MS: Readonly<Record<string, number>> = { "order-to-erp": 300_000, "erp-posting": 14_400_000 };

function foldRuns(events: readonly ChaosEvent[]): RawRun[] {
  const about = events.filter(({ kind }) => ["run.started", "run.finished", "run.paused"].includes(kind));
  return groupBy(about, (event) => [event.client, event["workflow"], event["run"]].join("/")).map((group): RawRun => {
    const ends = group.filter(({ kind }) => kind === "run.finished");
    const end = newest(ends);
    const starts = group.filter(({ kind }) => kind === "run.started").map(({ time }) => ms(time));
    const said = ends.filter((event) => event["startedAt"] !== undefined).map((event) => ms(event["startedAt"]));
    const due = newest(group, (event) => event["dueAt"] !== undefined);
    const started = least([...starts, ...said]);
    const limitMs = PROMISED_MS[String(group[0]?.["workflow"])];
    const promisedMs = started === undefined || limitMs === undefined ? undefined : started + limitMs;
    return {
      ...base(group[0] as ChaosEvent),
      kind: "run",
      started,
      due: due === undefined ? promisedMs : ms(due["dueAt"]),
      finished: end === undefined ? undefined : ms(end.time),
      outcome: String(end?.["outcome"] ?? ""),
      promise: String(end?.["promise"] ?? ""),
      attempts: Math.max(1, ...group.map((event) => Number(event["attempts"] ?? 1))),
      isTouched: newest(group, (event) => event["humanTouched"] !== undefined)?.["humanTouched"] === true,
      target: "",
      money: amountOf(newest(group, (event) => event["money"] !== undefined)),
    };
  });
}

function foldChanges(events: readonly ChaosEvent[]): RawRun[] {
  const publications = events.filter(({ kind }) => kind === "change.published");
  const nextOf = new Map<string, ChaosEvent>();
  for (const group of groupBy(publications, (event) => `${event.client}/${(event["entity"] as { id: string }).id}`)) {
    const ordered = [...group].sort((left, right) => ms(left.time) - ms(right.time) || (left.id < right.id ? -1 : 1));
    ordered.forEach((event, index) => {
      const next = ordered[index + 1];
      if (next !== undefined) nextOf.set(event.id, next);
    });
  }
  const byTarget = new Map<string, { published: ChaosEvent | undefined; applied: ChaosEvent[] }>();
  const find = (event: ChaosEvent, store: string) => {
    const key = [event.client, event["change"], store].join("/");
    const known = byTarget.get(key) ?? { published: undefined, applied: [] };
    byTarget.set(key, known);
    return known;
  };
  for (const event of publications)
    for (const { store } of event["targets"] as { store: string }[]) find(event, store).published = event;
  for (const event of events)
    if (event.kind === "change.applied") find(event, (event["target"] as { store: string }).store).applied.push(event);
  return [...byTarget.values()].map(({ published, applied }) =>
    foldTarget(published, applied, published === undefined ? undefined : nextOf.get(published.id)),
  );
}

function foldTarget(published: ChaosEvent | undefined, applied: ChaosEvent[], next: ChaosEvent | undefined): RawRun {
  const version = published === undefined ? undefined : Number((published["entity"] as { version: number }).version);
  const endedMs = next === undefined ? undefined : ms(next.time);
  const end = newest(applied, (event) => {
    const isOlder = version !== undefined && Number(event["appliedVersion"]) < version;
    return !isOlder && (endedMs === undefined || ms(event.time) <= endedMs);
  });
  const isSuperseded = end === undefined && endedMs !== undefined;
  return {
    ...base((published ?? applied[0]) as ChaosEvent),
    ...{ kind: "run", promise: "", attempts: 1, isTouched: false, target: "a store", money: 0 },
    started: published === undefined ? undefined : ms(published.time),
    due: published === undefined ? undefined : ms(published["dueAt"]),
    finished: isSuperseded ? endedMs : end === undefined ? undefined : ms(end.time),
    outcome: isSuperseded ? "cancelled" : String(end?.["outcome"] ?? ""),
  };
}

/** The retail rule `order-posted`: an order in the ERP must be posted within a day, with its amount. */
function foldPostings(events: readonly ChaosEvent[]): (RawRun | RawMeasure)[] {
  const asks = events.filter((event) => event["workflow"] === "order-to-erp" && event["outcome"] === "succeeded");
  const answers = events.filter((event) => event["workflow"] === "erp-posting" && event["outcome"] === "succeeded");
  const answerOf = new Map(answers.map((event) => [`${event.client}/${String(event["correlation"])}`, event]));
  const askOf = new Map(asks.map((event) => [`${event.client}/${String(event["correlation"])}`, event]));
  return [...new Set([...askOf.keys(), ...answerOf.keys()])].flatMap((key) =>
    buildPosting(askOf.get(key), answerOf.get(key)),
  );
}

function buildPosting(ask: ChaosEvent | undefined, answer: ChaosEvent | undefined): (RawRun | RawMeasure)[] {
  const gap = Math.round(100 * (amountOf(ask) - amountOf(answer)));
  const isMet = answer !== undefined && (ask === undefined || gap <= 1);
  const run: RawRun = {
    ...base((ask ?? answer) as ChaosEvent),
    ...{ workflow: "order-posted", kind: "run", promise: "", attempts: 1, isTouched: false, target: "" },
    started: ask === undefined ? undefined : ms(ask.time),
    due: ask === undefined ? undefined : ms(ask.time) + DAY_MS,
    finished: isMet ? Math.max(ms(answer.time), ask === undefined ? 0 : ms(ask.time)) : undefined,
    outcome: isMet ? "succeeded" : "",
    money: amountOf(ask),
  };
  if (ask === undefined || answer === undefined) return [run];
  const check: RawMeasure = {
    ...base(ask),
    ...{ workflow: "order-posted", kind: "measure", money: 0, time: ms(ask.time), measure: "posting.amount" },
    ...{ value: amountOf(answer), expected: amountOf(ask), absolute: 0.01, relative: undefined },
  };
  return [run, check];
}

function foldExceptions(events: readonly ChaosEvent[]): RawException[] {
  const about = events.filter(({ kind }) => kind.startsWith("exception."));
  return groupBy(about, (event) => `${event.client}/${String(event["exception"])}`).flatMap((group) => {
    const raised = group.filter(({ kind }) => kind === "exception.raised");
    const resolved = newest(group.filter(({ kind }) => kind === "exception.resolved"));
    const first = raised[0];
    if (first === undefined) return [];
    return [
      {
        ...base(first),
        kind: "exception" as const,
        raised: ms(first.time),
        resolved: resolved === undefined ? undefined : ms(resolved.time),
        money: amountOf(first),
      },
    ];
  });
}

function listMeasures(events: readonly ChaosEvent[]): RawMeasure[] {
  return events
    .filter(({ kind }) => kind === "measure.recorded" || kind === "check.recorded")
    .map((event) => ({
      ...base(event),
      kind: "measure",
      money: 0,
      time: ms(event.time),
      measure: String(event["measure"]),
      value: Number(event["value"]),
      expected: event["expected"] === undefined ? undefined : Number(event["expected"]),
      absolute: (event["tolerance"] as { absolute?: number } | undefined)?.absolute,
      relative: undefined,
    }));
}
