/** RefreshRate is how often one query may be asked: at most every `everyMs`, and after `clockMs` without a change. */
export interface RefreshRate {
  readonly everyMs: number;
  readonly clockMs: number | null;
}

interface Entry {
  isDirty: boolean;
  startedAtMs: number;
  durationMs: number;
  isRunning: boolean;
}

/** slowFactor keeps a query's share of the time below a quarter: one that took 2 s is asked again after 6 s at the earliest. */
const slowFactor = 3;

/** RefreshSchedule decides when a touched query is asked again; it holds no clock, every call is told the time. */
export class RefreshSchedule {
  readonly #entries = new Map<string, Entry>();

  /** touch marks a query as outdated. */
  touch(id: string, nowMs: number): void {
    this.#get(id, nowMs).isDirty = true;
  }

  /** isDue decides whether a query should be asked now; an unknown one starts its clock here. */
  isDue(id: string, rate: RefreshRate, nowMs: number): boolean {
    const entry = this.#get(id, nowMs);
    if (entry.isRunning) return false;
    const sinceStart = nowMs - entry.startedAtMs;
    const isClockDue = rate.clockMs !== null && sinceStart >= rate.clockMs;
    if (!entry.isDirty && !isClockDue) return false;
    return sinceStart >= Math.max(rate.everyMs, entry.durationMs * slowFactor);
  }

  /** start notes that a query is being asked; changes that arrive from here on count as new. */
  start(id: string, nowMs: number): void {
    Object.assign(this.#get(id, nowMs), { isDirty: false, isRunning: true, startedAtMs: nowMs });
  }

  /** settle notes that the answer, or a failure, has come. */
  settle(id: string, nowMs: number): void {
    const entry = this.#get(id, nowMs);
    entry.isRunning = false;
    entry.durationMs = nowMs - entry.startedAtMs;
  }

  /** keepOnly forgets queries that are no longer on the screen. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.#entries.delete(id);
  }

  /** countDirty says how many queries wait for their refresh. */
  countDirty(): number {
    return [...this.#entries.values()].filter((entry) => entry.isDirty).length;
  }

  #get(id: string, nowMs: number): Entry {
    const found = this.#entries.get(id);
    if (found !== undefined) return found;
    const made: Entry = { isDirty: false, startedAtMs: nowMs, durationMs: 0, isRunning: false };
    this.#entries.set(id, made);
    return made;
  }
}
