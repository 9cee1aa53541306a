import { HOUR_MS, type MillisecondRange } from "../cut-range.js";
import type { CountedTenant, CountedTenantsService } from "../rules/counted-tenants.service.js";
import type { ChunkRules } from "./rollup-chunk.js";
import type { DirtyHour, RollupProgress, RollupRepository } from "./rollup.repository.js";

const DAY_MS = 24 * HOUR_MS;
/** An hour is rolled up this long after it has ended; until then questions read its rows, of which new ones still come. */
const ROLL_UP_AFTER_MS = 50 * 60_000;
/** A mark may become visible this long after the instant it says; marks of that time are looked at again. */
const MARK_DELAY_MS = 300_000;
/** One step of rolling up counts no more runs and no more days, but a day at least: its cells are added up in memory. */
const MAX_STEP_RUNS = 500_000;
const MAX_STEP_MS = 31 * DAY_MS;
/** Chunks of more tenants are rolled up for all. */
const MAX_NAMED_TENANTS = 200;

/** RollupFinding says what a pass did. */
export interface RollupFinding {
  readonly dirtyHours: number;
  readonly newHours: number;
  /** Hours that were counted anew because what is promised has changed, of all tenants. */
  readonly restatedHours: number;
}

const NOTHING: RollupFinding = { dirtyHours: 0, newHours: 0, restatedHours: 0 };

/** Pass is what the steps of one pass share. */
interface Pass {
  readonly counted: readonly CountedTenant[];
  readonly frontier: number;
  /** Asked between chunks. */
  readonly isWanted: () => Promise<boolean>;
}

/**
 * RollupPass brings rollups up to date: hours that have ended a while ago are counted for the first time, hours that were marked are
 * counted anew, and so are those for which something else is promised now. Each step may be interrupted and repeated, and two workers at
 * once do nothing worse than the same work twice.
 */
export class RollupPass {
  /** What is worked off of the marks that are looked at again. */
  #known = new Map<string, string>();

  constructor(
    private readonly repository: RollupRepository,
    private readonly tenants: CountedTenantsService,
  ) {}

  /** run does one pass; `isWanted` is asked between chunks. */
  async run(now: Date, isWanted: () => Promise<boolean> = () => Promise.resolve(true)): Promise<RollupFinding> {
    const clock = await this.repository.readEngineClock();
    const counted = await this.tenants.find();
    if (counted === undefined) return NOTHING;
    const frontier = Math.floor((now.getTime() - ROLL_UP_AFTER_MS) / HOUR_MS) * HOUR_MS;
    const pass: Pass = { counted, frontier, isWanted };
    const progress = (await this.repository.findProgress()) ?? (await this.begin(clock, frontier));
    const dirty = await this.findDirty(progress);
    const isDone = await this.rollUpDirty(dirty, progress, pass);
    const horizon = await this.advance(progress, pass);
    // Marks that were not worked off are found again, because what is read stays where it was.
    if (isDone) await this.repository.saveProgress({ horizon, marksRead: clock });
    const restatedHours = await this.restate(pass, { from: progress.horizon, to: horizon });
    return { dirtyHours: dirty.length, newHours: (horizon - progress.horizon) / HOUR_MS, restatedHours };
  }

  private async begin(clock: number, frontier: number): Promise<RollupProgress> {
    const first = await this.repository.findFirstDay();
    const progress = { horizon: Math.min(first ?? frontier, frontier), marksRead: clock };
    await this.repository.saveProgress(progress);
    return progress;
  }

  private async findDirty({ marksRead, horizon }: RollupProgress): Promise<DirtyHour[]> {
    const marked = await this.repository.findDirtyHours(marksRead - MARK_DELAY_MS, horizon);
    const keys = new Set(marked.map(renderKey));
    this.#known = new Map([...this.#known].filter(([key]) => keys.has(key)));
    return marked.filter((hour) => this.#known.get(renderKey(hour)) !== hour.marks);
  }

  private async rollUpDirty(dirty: readonly DirtyHour[], { horizon }: RollupProgress, pass: Pass): Promise<boolean> {
    for (const ofDay of groupByDay(dirty)) {
      if (!(await pass.isWanted())) return false;
      const tenants = [...new Set(ofDay.map(({ tenant }) => tenant))];
      const hours = (of: readonly DirtyHour[]) => [...new Set(of.map(({ hour }) => hour))].sort((a, b) => a - b);
      for (const counted of pass.counted.filter(({ tenant }) => tenants.includes(tenant)))
        await this.rollUpCounted(counted, hours(ofDay.filter(({ tenant }) => tenant === counted.tenant)), horizon);
      const except = pass.counted.map(({ tenant }) => tenant);
      const others = tenants.filter((tenant) => !except.includes(tenant));
      const chunk = { hours: hours(ofDay), days: wholeDays(hours(ofDay), horizon) };
      const named = others.length > MAX_NAMED_TENANTS ? { tenants: undefined, except } : { tenants: others };
      if (others.length > 0) await this.repository.rollUp({ ...chunk, ...named });
      for (const hour of ofDay) this.#known.set(renderKey(hour), hour.marks);
    }
    return true;
  }

  /** advance rolls up hours for the first time, as many days at once as fit in memory, and notes each step. */
  private async advance(progress: RollupProgress, pass: Pass): Promise<number> {
    const { frontier } = pass;
    let { horizon } = progress;
    const runsOfDay = frontier - horizon > DAY_MS ? await this.repository.countRunsByDay() : new Map<number, number>();
    while (horizon < frontier && (await pass.isWanted())) {
      const to = Math.min(chooseStep(horizon, runsOfDay), frontier);
      const hours = listHours(horizon, to);
      const except = pass.counted.map(({ tenant }) => tenant);
      await this.repository.rollUp({ hours, tenants: undefined, except, days: wholeDays(hours, to) });
      for (const counted of pass.counted) await this.rollUpCounted(counted, hours, to);
      // By rules that hold no more they were counted for nothing.
      if (!(await this.isStill(pass.counted))) return horizon;
      horizon = to;
      await this.repository.saveProgress({ horizon, marksRead: progress.marksRead });
    }
    return horizon;
  }

  private async isStill(counted: readonly CountedTenant[]): Promise<boolean> {
    for (const each of counted) if (!(await this.tenants.isStill(each))) return false;
    return true;
  }

  /**
   * restate counts anew what other rules can have changed, up to the horizon, also where that moves meanwhile. What this pass has counted for
   * the first time was counted by the same rules.
   */
  private async restate({ counted, isWanted }: Pass, own: MillisecondRange): Promise<number> {
    let restated = 0;
    for (const each of counted) {
      if (each.restatedFrom === undefined) continue;
      let from = await this.repository.findFirstRestated(each.tenant, each.restatedFrom);
      const runsOfDay = await this.repository.countRunsByDay(each.tenant);
      for (;;) {
        const horizon = (await this.repository.findProgress())?.horizon ?? 0;
        if (from !== undefined && from >= own.from) from = Math.max(from, own.to);
        if (from === undefined || from >= horizon) break;
        if (!(await isWanted())) return restated;
        const to = Math.min(chooseStep(from, runsOfDay), from < own.from ? own.from : horizon, horizon);
        await this.rollUpCounted(each, listHours(from, to), horizon);
        restated += (to - from) / HOUR_MS;
        from = to;
        if (!(await this.tenants.moveOn(each, from))) return restated;
      }
      await this.tenants.moveOn(each, undefined);
    }
    return restated;
  }

  private async rollUpCounted(counted: CountedTenant, hours: readonly number[], horizon: number): Promise<void> {
    const { tenant, generation, promises } = counted;
    await this.tenants.ensureClocks(counted);
    const rules: ChunkRules = { generation, promises };
    await this.repository.rollUp({ hours, tenants: [tenant], rules, days: wholeDays(hours, horizon) });
  }
}

function listHours(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / HOUR_MS }, (_, index) => from + index * HOUR_MS);
}

/** chooseStep returns the end of as many days as hold runs for one step, at least one and at most a month. */
function chooseStep(horizon: number, runsOfDay: ReadonlyMap<number, number>): number {
  let to = startOfDay(horizon) + DAY_MS;
  let runs = runsOfDay.get(to - DAY_MS) ?? 0;
  while (to - horizon < MAX_STEP_MS && (runs += runsOfDay.get(to) ?? 0) <= MAX_STEP_RUNS) to += DAY_MS;
  return to;
}

/** wholeDays returns the days of some hours that lie before the horizon. */
function wholeDays(hours: readonly number[], horizon: number): MillisecondRange | undefined {
  const from = startOfDay(hours[0] ?? 0);
  const to = Math.min(startOfDay(hours.at(-1) ?? 0) + DAY_MS, startOfDay(horizon));
  return from < to ? { from, to } : undefined;
}

function startOfDay(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

function renderKey({ tenant, hour }: DirtyHour): string {
  return `${hour} ${tenant}`;
}

function groupByDay(dirty: readonly DirtyHour[]): DirtyHour[][] {
  const days = new Map<number, DirtyHour[]>();
  for (const hour of dirty) {
    const day = startOfDay(hour.hour);
    const known = days.get(day);
    if (known === undefined) days.set(day, [hour]);
    else known.push(hour);
  }
  return [...days.values()];
}
