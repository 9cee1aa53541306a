import { FAR_FUTURE, loadCalendars, type Postgres } from "@watchfloor/sql";
import { buildWorkingIntervals, rememberOpenings, type FindOpenings } from "../clocks/build-working-intervals.js";
import { WorkingClock } from "../clocks/working-clock.js";
import { loadSlaBook } from "../load-sla-book.js";
import type { Place } from "../policies/place.js";
import { decidePromise, type PromisedRun } from "../promises/decide-promise.js";
import { buildPromiseRules, type PromiseRules } from "../promises/promise-rules.js";
import { namePolicy, numberBook } from "./number-book.js";

const DAY_MS = 86_400_000;
/** What was changed is stamped so after this long at the latest; rows in between are decided by questions. */
const KEEP_MS = 10_000;
/** Clocks are known so far back and ahead; what lies beyond is left to questions. */
const REACH_MS = 400 * DAY_MS;
const FAR_MS = Date.parse(`${FAR_FUTURE.replace(" ", "T")}Z`);

interface Stamped {
  readonly book: string;
  readonly policy: string;
  readonly dueMs: number;
  readonly riskMs: number;
}

interface Run {
  readonly place: Place;
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly pauses: PromisedRun["pauses"];
}

interface KnownBook {
  readonly number: string;
  readonly rules: PromiseRules;
  readonly builtAt: number;
  readonly findOpen: FindOpenings;
  readonly clocks: Map<number, WorkingClock | undefined>;
}

class UnknownClock extends Error {}

/**
 * PromiseStamper decides promises of runs as they are written, by `decidePromise`, which is the SQL of `buildPromiseTable` in TypeScript. What
 * it cannot decide for certain (before its clocks begin, behind their end) has no stamp, and questions decide about it.
 */
export class PromiseStamper {
  readonly #books = new Map<string, KnownBook | undefined>();
  readonly #askedAt = new Map<string, number>();

  constructor(
    private readonly postgres: Postgres,
    private readonly now: () => Date,
  ) {}

  /** prepare loads books that were not looked at for some seconds; one that cannot be loaded stamps nothing. */
  async prepare(tenants: Iterable<string>): Promise<void> {
    const at = this.now().getTime();
    const old = [...new Set(tenants)].filter((tenant) => Math.abs(at - (this.#askedAt.get(tenant) ?? 0)) >= KEEP_MS);
    await Promise.all(old.map((tenant) => this.#load(tenant, at)));
  }

  /** stamp returns what is promised of a run; undefined = not decided here. */
  stamp(tenant: string, run: Run): Stamped | undefined {
    const known = this.#books.get(tenant);
    if (known === undefined) return undefined;
    const { number: book, rules } = known;
    const ofSource = { book, policy: "", dueMs: run.dueAtMs ?? FAR_MS, riskMs: FAR_MS };
    if (run.startedAtMs === undefined) return ofSource;
    if (run.startedAtMs < known.builtAt - REACH_MS + DAY_MS) return undefined;
    try {
      const decided = decidePromise(rules, { ...run, startedMs: run.startedAtMs }, (code) => findClock(known, code));
      if (decided === undefined) return ofSource;
      const { dueMs, riskMs } = decided;
      if (!run.pauses.some(({ toMs }) => toMs === undefined) && (dueMs === Infinity || riskMs === Infinity))
        return undefined;
      return {
        ...{ book, policy: namePolicy(decided.policy) },
        ...{ dueMs: Math.min(dueMs, FAR_MS), riskMs: Math.min(riskMs, FAR_MS) - 1 },
      };
    } catch (cause) {
      if (cause instanceof UnknownClock) return undefined;
      throw cause;
    }
  }

  async #load(tenant: string, at: number): Promise<void> {
    this.#askedAt.set(tenant, at);
    try {
      const book = await loadSlaBook(this.postgres, tenant, await loadCalendars(this.postgres, tenant));
      const number = numberBook(book);
      const known = this.#books.get(tenant);
      if (known?.number === number && at - known.builtAt < DAY_MS) return;
      const rules = buildPromiseRules(book);
      const range = { from: new Date(at - REACH_MS), to: new Date(at + REACH_MS) };
      const findOpen = rememberOpenings(book.calendars, range);
      this.#books.set(tenant, rules && { number, rules, builtAt: at, findOpen, clocks: new Map() });
    } catch {
      this.#books.set(tenant, undefined);
    }
  }
}

function findClock(known: KnownBook, code: number): WorkingClock {
  if (!known.clocks.has(code)) known.clocks.set(code, buildClock(known, code));
  const clock = known.clocks.get(code);
  if (clock === undefined) throw new UnknownClock();
  return clock;
}

function buildClock({ rules, findOpen, builtAt }: KnownBook, code: number): WorkingClock | undefined {
  const clock = rules.plan.clocks.find((each) => each.code === code);
  if (clock === undefined) return undefined;
  const range = { from: new Date(builtAt - REACH_MS), to: new Date(builtAt + REACH_MS) };
  const intervals = buildWorkingIntervals(clock, findOpen, range);
  return intervals === undefined ? undefined : new WorkingClock(intervals);
}
