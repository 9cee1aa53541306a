const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** RollupEvents draws events of few runs, so that they touch the same ones again and again: late, early, repeated, and moving over midnight. */
export class RollupEvents {
  #number = 0;
  readonly #sent: Record<string, unknown>[] = [];

  constructor(
    private readonly random: () => number,
    private readonly fromMs: number,
  ) {}

  /** draw returns up to `count` events none of which lies behind `nowMs`; a tenth were sent before. */
  draw(count: number, nowMs: number): Record<string, unknown>[] {
    return Array.from({ length: count }, () => {
      const known = this.#sent[Math.floor(this.random() * this.#sent.length)];
      if (known !== undefined && this.random() < 0.1) return known;
      const event = this.#drawEvent(nowMs);
      this.#sent.push(event);
      return event;
    });
  }

  #drawEvent(nowMs: number): Record<string, unknown> {
    this.#number += 1;
    const atMs = this.#drawInstant(nowMs);
    const subject = this.#number % 3 === 0 ? this.#whole(12) : this.#whole(400);
    const client = `c${1 + (subject % 2)}`;
    const common = {
      id: `e-${this.#number}`,
      source: this.#pick(["hub", "pos"]),
      client,
      time: new Date(atMs).toISOString(),
      ...this.#pick([
        {},
        { store: "s1" },
        { store: "s2" },
        { store: "s1", channel: "web" },
        { partner: "p1", brand: "b" },
      ]),
    };
    const run = { workflow: this.#pick(["order", "price"]), run: `r-${subject}` };
    return this.#pick([
      () => this.#started(common, run, atMs),
      () => this.#started(common, run, atMs),
      () => this.#finished(common, run, atMs),
      () => this.#finished(common, run, atMs),
      () => this.#exception(common, subject),
      () => this.#change(common, subject, atMs),
    ])();
  }

  #started(common: object, run: object, atMs: number): Record<string, unknown> {
    const due = this.random() < 0.8 ? { dueAt: this.#near(atMs, 5 * HOUR) } : {};
    return { ...common, ...run, ...due, kind: "run.started" };
  }

  #finished(common: object, run: object, atMs: number): Record<string, unknown> {
    return {
      ...common,
      ...run,
      kind: "run.finished",
      outcome: this.#pick([
        "succeeded",
        "succeeded",
        "succeeded",
        "failed",
        "cancelled",
        "dead_lettered",
        "compensated",
      ]),
      attempts: 1 + this.#whole(3),
      humanTouched: this.random() < 0.3,
      ...(this.random() < 0.3 ? { startedAt: this.#near(atMs, -30 * HOUR) } : {}),
      ...(this.random() < 0.2 ? { dueAt: this.#near(atMs, 3 * HOUR) } : {}),
      ...(this.random() < 0.1 ? { promise: this.#pick(["kept", "broken"]) } : {}),
    };
  }

  #exception(common: object, subject: number): Record<string, unknown> {
    const exception = `x-${subject}`;
    return this.random() < 0.6
      ? {
          ...common,
          kind: "exception.raised",
          exception,
          class: "price",
          money: { amount: this.#whole(900), currency: "EUR" },
        }
      : { ...common, kind: "exception.resolved", exception };
  }

  #change(common: object, subject: number, atMs: number): Record<string, unknown> {
    const change = { workflow: "promo", change: `ch-${subject % 9}` };
    const target = { store: `s${1 + this.#whole(3)}` };
    if (this.random() < 0.5)
      return { ...common, ...change, kind: "change.applied", target, outcome: this.#pick(["succeeded", "failed"]) };
    const entity = { type: "price", id: "p", version: String(this.#whole(9)) };
    return {
      ...common,
      ...change,
      kind: "change.published",
      entity,
      targets: [target, { store: "s1" }],
      dueAt: this.#near(atMs, 4 * HOUR),
    };
  }

  /** Most are of the last hours, others lie anywhere back to the beginning, at whole hours and beside them. */
  #drawInstant(nowMs: number): number {
    const back = this.random() < 0.5 ? this.random() * 4 * HOUR : this.random() * (nowMs - this.fromMs);
    const at = Math.floor(nowMs - back);
    return this.random() < 0.2 ? Math.floor(at / HOUR) * HOUR + this.#pick([-1, 0, 1]) : at;
  }

  #near(atMs: number, spanMs: number): string {
    const at = Math.floor(atMs + this.random() * spanMs);
    return new Date(this.random() < 0.1 ? Math.floor(at / HOUR) * HOUR : at).toISOString();
  }

  #whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  #pick<Value>(values: readonly Value[]): Value {
    // NOTE: every list given here has entries, and `random` is below 1.
    return values[Math.floor(this.random() * values.length)] as Value;
  }
}
