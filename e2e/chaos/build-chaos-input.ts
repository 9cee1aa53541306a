import type { ChaosEvent } from "./chaos-event.js";

const MINUTE_MS = 60_000;
const CLIENTS = ["c0", "c1", "c2"] as const;
const OUTCOMES = [
  "succeeded",
  "succeeded",
  "succeeded",
  "succeeded",
  "failed",
  "cancelled",
  "dead_lettered",
  "compensated",
];

/** ChaosInput is what is sent: every event once, and the order of sending with repetitions and delays. */
export interface ChaosInput {
  readonly events: readonly ChaosEvent[];
  readonly sending: readonly ChaosEvent[];
}

/**
 * buildChaosInput makes `count` events between `fromMs` and `toMs`: runs whose ends come first or alone, retries, pauses, changes that
 * supersede one another, exceptions, measures, checks, and orders that a rule expects to be posted. Neighbours are shuffled, some
 * events come very late and some twice.
 */
export function buildChaosInput(options: {
  count: number;
  fromMs: number;
  toMs: number;
  random: () => number;
}): ChaosInput {
  const { count, random } = options;
  const story = new ChaosStory(options);
  while (story.events.length < count) story.tellNext();
  const events = story.events.slice(0, count);
  const keyed = events.map((event, index) => ({ event, key: index + random() * 3_000 }));
  for (const each of keyed) if (random() < 0.02) each.key += random() * count;
  const repeated = keyed
    .filter(() => random() < 0.05)
    .map(({ event, key }) => ({ event, key: key + random() * 20_000 }));
  const sending = [...keyed, ...repeated].sort((left, right) => left.key - right.key).map(({ event }) => event);
  return { events, sending };
}

class ChaosStory {
  readonly events: ChaosEvent[] = [];
  readonly #versions = new Map<string, number>();
  #number = 0;

  constructor(private readonly options: { count: number; fromMs: number; toMs: number; random: () => number }) {}

  tellNext(): void {
    const draw = this.options.random();
    if (draw < 0.58) this.#tellRun();
    else if (draw < 0.66) this.#tellException();
    else if (draw < 0.78) this.#tellMeasure();
    else if (draw < 0.79) this.#tellChange();
    else this.#tellOrder();
  }

  /** Event time moves on with the number of events, so that what lies close together is sent close together. */
  get #nowMs(): number {
    const { fromMs, toMs, count } = this.options;
    return Math.round(fromMs + ((toMs - fromMs) * this.events.length) / count);
  }

  #chance(share: number): boolean {
    return this.options.random() < share;
  }

  #index(below: number): number {
    return Math.floor(this.options.random() * below);
  }

  #begin(): { client: string; name: string; atMs: number } {
    return {
      client: CLIENTS[this.#index(CLIENTS.length)] ?? "c0",
      name: String((this.#number += 1)),
      atMs: this.#nowMs,
    };
  }

  #add(kind: string, atMs: number, fields: Record<string, unknown> & { client: string; source: string }): void {
    const id = `e-${this.events.length}`;
    this.events.push({ id, kind, time: new Date(atMs).toISOString(), ...fields });
  }

  #tellRun(): void {
    const { client, name, atMs } = this.#begin();
    const common = {
      client,
      source: "hub",
      workflow: `w${this.#index(3)}`,
      run: `r-${name}`,
      store: `s${this.#index(40)}`,
    };
    const money = this.#chance(0.5) ? { money: { amount: this.#index(50_000) / 100, currency: "EUR" } } : {};
    const dueAt = this.#chance(0.7) ? { dueAt: new Date(atMs + 60 * MINUTE_MS).toISOString() } : {};
    const hasStart = this.#chance(0.92);
    if (hasStart) this.#add("run.started", atMs, { ...common, ...money, ...dueAt });
    for (let step = this.#index(3); step > 0; step -= 1)
      this.#add("step.finished", atMs + step * 1_000, {
        ...{ ...common, step: `step ${step}`, startedAt: new Date(atMs).toISOString(), outcome: "succeeded" },
      });
    if (this.#chance(0.05)) this.#add("run.paused", atMs + MINUTE_MS, { ...common, reason: "waiting" });
    if (hasStart && this.#chance(0.12)) return;
    const ends = this.#chance(0.03) ? 2 : 1;
    for (let end = 0; end < ends; end += 1) this.#addEnd(common, atMs);
  }

  #addEnd(common: { client: string; source: string }, atMs: number): void {
    this.#add("run.finished", atMs + 1_000 + this.#index(150 * MINUTE_MS), {
      ...common,
      outcome: OUTCOMES[this.#index(OUTCOMES.length)],
      attempts: 1 + this.#index(3),
      ...(this.#chance(0.3) ? { startedAt: new Date(atMs - this.#index(5) * MINUTE_MS).toISOString() } : {}),
      ...(this.#chance(0.2) ? { humanTouched: true } : {}),
      ...(this.#chance(0.05) ? { promise: this.#chance(0.5) ? "kept" : "broken" } : {}),
    });
  }

  #tellException(): void {
    const { client, name, atMs } = this.#begin();
    const common = { client, source: "hub", exception: `x-${name}` };
    this.#add("exception.raised", atMs, {
      ...common,
      class: "late",
      money: { amount: this.#index(900), currency: "EUR" },
    });
    if (this.#chance(0.7)) this.#add("exception.resolved", atMs + this.#index(200 * MINUTE_MS), common);
  }

  #tellMeasure(): void {
    const { client, atMs } = this.#begin();
    const value = this.#index(10_000) / 100;
    if (this.#chance(0.5))
      this.#add("measure.recorded", atMs, { client, source: "pos", measure: "sales", value, unit: "pieces" });
    else
      this.#add("check.recorded", atMs, {
        ...{ client, source: "pos", measure: "price", value, expected: value + (this.#chance(0.2) ? 1 : 0) },
        tolerance: { absolute: 0.5 },
      });
  }

  #tellChange(): void {
    const { client, name, atMs } = this.#begin();
    const entity = `p${this.#index(12)}`;
    const version = (this.#versions.get(`${client}/${entity}`) ?? 0) + 1;
    this.#versions.set(`${client}/${entity}`, version);
    const common = { client, workflow: "price-change", change: `ch-${name}` };
    const stores = Array.from({ length: 3 }, (_, index) => `s${(this.#index(10) + index * 13) % 40}`);
    this.#add("change.published", atMs, {
      ...{ ...common, source: "pricing", entity: { type: "price", id: entity, version } },
      targets: stores.map((store) => ({ store })),
      dueAt: new Date(atMs + 30 * MINUTE_MS).toISOString(),
    });
    for (const store of new Set([...stores, ...(this.#chance(0.05) ? ["s99"] : [])])) {
      const applied = { ...common, source: "gateway", target: { store } };
      const appliedMs = atMs + this.#index(90 * MINUTE_MS);
      if (this.#chance(0.05))
        this.#add("change.applied", appliedMs, { ...applied, outcome: "succeeded", appliedVersion: version - 1 });
      if (this.#chance(0.8))
        this.#add("change.applied", appliedMs, {
          ...{ ...applied, appliedVersion: version, outcome: this.#chance(0.95) ? "succeeded" : "failed" },
        });
    }
  }

  #tellOrder(): void {
    const { client, name, atMs } = this.#begin();
    const amount = this.#index(20_000) / 100;
    const order = { client, correlation: `o-${name}`, money: { amount, currency: "EUR" } };
    this.#add("run.finished", atMs, {
      ...{
        ...order,
        source: "hub",
        workflow: "order-to-erp",
        run: `o-${name}`,
        startedAt: new Date(atMs - 9_000).toISOString(),
      },
      outcome: this.#chance(0.96) ? "succeeded" : "failed",
    });
    if (this.#chance(0.1)) return;
    const postedMs = atMs + this.#index(120 * MINUTE_MS);
    const posted = this.#chance(0.95) ? amount : amount + 5 - this.#index(11);
    this.#add("run.finished", postedMs, {
      ...{
        ...order,
        source: "erp",
        workflow: "erp-posting",
        run: `FI-${name}`,
        startedAt: new Date(postedMs - 5_000).toISOString(),
      },
      ...{ money: { amount: posted, currency: "EUR" }, outcome: "succeeded" },
    });
  }
}
