import { publishRegistrySignal, seedRegistry, type Postgres } from "@watchfloor/sql";
import { buildScope, type MetricPair, type PolicyDraft } from "@watchfloor/server/testing";

const HOUR = 3_600_000;
const OPEN = [
  { from: "08:00", to: "12:30" },
  { from: "13:00", to: "21:00" },
];
const NIGHT = [{ from: "20:00", to: "05:00" }];
const PLACES: readonly Partial<PolicyDraft>[] = [
  {},
  { workflow: "order" },
  { client: "c1" },
  { client: "c2", workflow: "promo" },
  { client: "c1", store: "s1" },
  { partner: "p1" },
  { channel: "web" },
];
const ANY = { client: "", workflow: "", channel: "", store: "", partner: "" };
const [AUTHOR, APPROVER] = ["author", "approver"];

/** PromiseChanges changes what is promised in one tenant: policies, calendars, which stores keep them, and corrections. */
export class PromiseChanges {
  readonly #versions = new Map<string, number>();
  readonly #approved: string[] = [];

  constructor(
    private readonly parts: {
      readonly tenant: string;
      readonly postgres: Postgres;
      readonly pair: MetricPair;
      readonly random: () => number;
      readonly fromMs: number;
    },
  ) {}

  /** change makes one change, back-dated or not, and returns once everybody has heard of it. */
  async change(nowMs: number): Promise<void> {
    const kind = this.parts.random();
    if (kind < 0.4) await this.#savePolicy(nowMs);
    else if (kind < 0.5) await this.#retirePolicy(nowMs);
    else if (kind < 0.7) await this.#correct(nowMs);
    else if (kind < 0.8) await this.#revoke();
    else await this.#moveHours(nowMs);
  }

  async #savePolicy(nowMs: number): Promise<void> {
    const { pair, random } = this.parts;
    const id = this.#pick(["a", "b", "c"]);
    const draft: PolicyDraft = {
      ...ANY,
      ...this.#pick(PLACES),
      ...{ id, title: id, target: 0.9, windowDays: 30, tier: "", effectiveUntil: null, pauseReasons: null },
      limitSeconds: Math.ceil(random() * 8 * 3_600),
      calendar: this.#pick(["", "", "shop", "@store"]),
      effectiveFrom: this.#pick([new Date(0), this.#drawInstant(nowMs), new Date(nowMs)]),
    };
    await this.#ensureHours(nowMs);
    const saved = await pair.sla.savePolicy(this.#scope(AUTHOR), draft, this.#versions.get(id) ?? 0);
    if ("code" in saved) throw new Error(JSON.stringify(saved));
    this.#versions.set(id, saved.length);
  }

  async #retirePolicy(nowMs: number): Promise<void> {
    const known = [...this.#versions][0];
    if (known === undefined) return;
    const [id, expectedVersion] = known;
    const retired = { id, at: this.#drawInstant(nowMs), expectedVersion };
    const saved = await this.parts.pair.sla.retirePolicy(this.#scope(AUTHOR), retired);
    if ("code" in saved) throw new Error(JSON.stringify(saved));
    this.#versions.set(id, saved.length);
  }

  async #correct(nowMs: number): Promise<void> {
    const { sla } = this.parts.pair;
    const from = this.#drawInstant(nowMs);
    const draft = {
      ...ANY,
      ...this.#pick([{}, { client: "c1" }, { client: "c1", store: "s2" }]),
      ...{ calendar: "", recurrence: this.#pick(["", "FREQ=DAILY"]), timeZone: "Europe/Berlin", reason: "closed" },
      ...{ from, to: new Date(from.getTime() + Math.ceil(this.parts.random() * 6) * HOUR) },
    };
    const asked = await sla.requestCorrection(this.#scope(AUTHOR), draft);
    if ("code" in asked) throw new Error(JSON.stringify(asked));
    const approved = await sla.decideCorrection(this.#scope(APPROVER), asked.id, "approve");
    if ("code" in approved) throw new Error(JSON.stringify(approved));
    this.#approved.push(asked.id);
  }

  async #revoke(): Promise<void> {
    const id = this.#approved.pop();
    if (id !== undefined) await this.parts.pair.sla.decideCorrection(this.#scope(APPROVER), id, "revoke");
  }

  async #ensureHours(nowMs: number): Promise<void> {
    const calendars = await this.parts.pair.registry.findCalendars(this.parts.tenant);
    if (calendars.length === 0) await this.#moveHours(nowMs);
  }

  async #moveHours(nowMs: number): Promise<void> {
    const { postgres, tenant, pair } = this.parts;
    const week = Array.from({ length: 7 }, () => this.#pick([OPEN, OPEN, NIGHT, []]));
    const shop = { id: "shop", title: "Shop", timeZone: this.#pick(["Europe/Berlin", "Australia/Lord_Howe"]), week };
    const stores = ["s1", "s2"].map((id) => ({
      client: "c1",
      id,
      title: id,
      region: "",
      calendar: this.#pick(["", "shop"]),
    }));
    await seedRegistry(postgres, tenant, { calendars: [shop], stores }, new Date(nowMs));
    await pair.storeClocks(tenant);
    await publishRegistrySignal(postgres, tenant);
  }

  #drawInstant(nowMs: number): Date {
    const { random, fromMs } = this.parts;
    return new Date(Math.floor((fromMs + random() * (nowMs - fromMs)) / 1000) * 1000);
  }

  #scope(subjectId: string) {
    return buildScope({ tenant: this.parts.tenant, role: "administrator", subjectId });
  }

  #pick<Value>(values: readonly Value[]): Value {
    // NOTE: every list given here has entries, and `random` is below 1.
    return values[Math.floor(this.parts.random() * values.length)] as Value;
  }
}
