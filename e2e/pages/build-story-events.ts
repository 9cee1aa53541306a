import { generateEvents, type Simulation } from "@watchfloor/ingestion";
import { STORY } from "./story.js";

/** StoryEvent is an event as a sender writes it. */
export type StoryEvent = Readonly<Record<string, unknown>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DARK_FOR = 6 * HOUR;

/** buildStoryEvents tells some days of the quiet network up to `now`, and its known troubles on top. */
export function buildStoryEvents(simulation: Simulation, options: { now: Date; days: number }): readonly StoryEvent[] {
  const { now, days } = options;
  const from = new Date(now.getTime() - days * 24 * HOUR);
  const told = [...generateEvents({ simulation, from, to: now, detail: "recent" })].map(({ event }): StoryEvent => ({
    ...event,
  }));
  const nowMs = now.getTime();
  return [
    ...silence(told, nowMs - DARK_FOR),
    ...tellMissingPrice(simulation, nowMs),
    ...tellOutage(simulation, nowMs),
    ...tellResellers(nowMs),
  ];
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

/** silence takes away what the dark store said after an instant, and the runs it would have left open. */
function silence(events: readonly StoryEvent[], sinceMs: number): readonly StoryEvent[] {
  const isLater = (event: StoryEvent) => Date.parse(String(event["time"])) >= sinceMs;
  const dark = events.filter(({ store }) => store === STORY.darkStore);
  const cut = new Set(dark.filter(isLater).flatMap(({ run }) => (run === undefined ? [] : [run])));
  return events.filter(
    (event) =>
      event["store"] !== STORY.darkStore || !(isLater(event) || (event["run"] !== undefined && cut.has(event["run"]))),
  );
}

/** A price list that reached every store of the client but those of one region, and is overdue there. */
function tellMissingPrice({ clients }: Simulation, nowMs: number): readonly StoryEvent[] {
  const client = clients.find(({ id }) => id === STORY.client);
  const stores = (client?.stores ?? []).filter(({ id }) => id !== STORY.darkStore);
  const common = { client: STORY.client, workflow: "price-sync", change: STORY.change };
  const published = nowMs - 90 * MINUTE;
  return [
    {
      ...common,
      id: `${STORY.change}:published`,
      kind: "change.published",
      time: at(published),
      source: "pricing-engine",
      entity: { type: "price-list", id: "northmart/garden/story", version: "7" },
      targets: stores.map(({ id }) => ({ store: id })),
      dueAt: at(published + 15 * MINUTE),
      effectiveAt: at(published + 15 * MINUTE),
      money: { amount: STORY.amount, currency: "EUR" },
      attributes: { priceList: "garden", title: STORY.title },
    },
    ...stores
      .filter(({ region }) => region !== STORY.region)
      .map(({ id }) => ({
        ...common,
        id: `${STORY.change}:${id}`,
        kind: "change.applied",
        time: at(published + 3 * MINUTE),
        source: "store-gateway",
        store: id,
        channel: "pos",
        target: { store: id },
        outcome: "succeeded",
        appliedVersion: "7",
      })),
  ];
}

/** Orders that the ERP of another client did not take, with the exceptions they raised. */
function tellOutage({ clients }: Simulation, nowMs: number): readonly StoryEvent[] {
  const client = clients.find(({ id }) => id === STORY.erpClient);
  const store = client?.stores[0]?.id ?? "";
  return Array.from({ length: STORY.erpRuns }, (_, index): StoryEvent[] => {
    const started = nowMs - 3 * HOUR + index * MINUTE;
    const run = `SO-story-${index}`;
    const money = { amount: 100 + index, currency: client?.currency ?? "EUR" };
    const common = {
      client: STORY.erpClient,
      source: "order-hub",
      store,
      channel: "web",
      workflow: "order-to-erp",
      run,
    };
    const error = { class: "erp_unavailable", code: "503", message: "the ERP does not answer" };
    return [
      { ...common, id: `${run}:start`, kind: "run.started", time: at(started), dueAt: at(started + 5 * MINUTE), money },
      {
        ...common,
        ...{ id: `${run}:end`, kind: "run.finished", time: at(started + 20 * MINUTE), startedAt: at(started) },
        ...{ dueAt: at(started + 5 * MINUTE), outcome: "failed", attempts: 5, error, money },
      },
      {
        ...{
          id: `${run}:x`,
          kind: "exception.raised",
          time: at(started + 20 * MINUTE),
          client: STORY.erpClient,
          source: "order-hub",
        },
        ...{
          store,
          channel: "web",
          workflow: "order-to-erp",
          run,
          exception: `X-story-${index}`,
          class: "erp_unavailable",
          money,
        },
      },
    ];
  }).flat();
}

/** Two resellers: one takes the catalogue in time, the other often does not. */
function tellResellers(nowMs: number): readonly StoryEvent[] {
  return Object.entries(STORY.late).flatMap(([partner, late]) =>
    Array.from({ length: STORY.feeds }, (_, index): StoryEvent => {
      const started = nowMs - (2 + index / 4) * HOUR;
      const run = `CF-story-${partner}-${index}`;
      return {
        ...{ id: `${run}:end`, kind: "run.finished", client: STORY.client, source: "partner-portal", partner },
        ...{ workflow: "catalogue-feed", run, startedAt: at(started), dueAt: at(started + 30 * MINUTE) },
        ...{ time: at(started + (index < late ? 55 : 10) * MINUTE), outcome: "succeeded", attempts: 1 },
      };
    }),
  );
}
