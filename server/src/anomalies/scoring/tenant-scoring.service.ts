import { setImmediate } from "node:timers/promises";
import type { Scope } from "../../scope/scope.js";
import { buildAnomalyRecord, type AnomalyRecord } from "./anomaly-record.js";
import type { AnomalyWriterRepository } from "./anomaly-writer.repository.js";
import type { BandRow } from "./band-row.js";
import { chooseThresholds, type ChosenThresholds } from "./choose-thresholds.js";
import { findCandidateFloor } from "./find-candidate-floor.js";
import type { HistoryRepository } from "./history.repository.js";
import { SLOT_MS } from "./local-slot.js";
import { findNextWeek, joinDays, planReplay, type ReplayPlan } from "./plan-replay.js";
import type { ScoringProgressRepository } from "./scoring-progress.repository.js";
import type { SeriesSource } from "./series-source.service.js";
import type { SlotFinding } from "./slot-finding.js";
import { endQuiet, trackFinding, type Incident } from "./track-incident.js";
import { WatchedBook, type WatchedSeries } from "./watched-book.js";
import { WATCHED_CLASSES, WATCHED_GROUPINGS } from "./watched-series.js";

const DAY_MS = 86_400_000;
const SLOTS_PER_WEEK = 2_016;
/** Of history only the newest is drawn in slots of five minutes. */
const BAND_HISTORY_MS = 2 * DAY_MS;
const BANDS_AT_ONCE = 10_000;
/** A week of a series takes about 5 ms: after so many, what else the process does gets its turn. */
const SERIES_AT_ONCE = 4;

/** TenantScoringParts are what the scoring of one tenant works with. */
export interface TenantScoringParts {
  readonly tenant: string;
  readonly scope: Scope;
  readonly source: SeriesSource;
  readonly writer: AnomalyWriterRepository;
  readonly history: HistoryRepository;
  readonly progress: ScoringProgressRepository;
  readonly findZone: (client: string) => string;
  /** Called between pieces of work: a claim must be renewed, and work that takes long may have to stop. */
  readonly onProgress: () => Promise<void>;
}

/** Pass says what becomes of what a pass over time finds. */
interface Pass {
  /** undefined = thresholds are not chosen yet: findings are kept for that. */
  readonly thresholds: ReadonlyMap<string, ChosenThresholds> | undefined;
  readonly bandsFromMs: number;
}

/**
 * TenantScoring scores all series of one tenant. What it knows follows from the facts and the week alone: on each Monday it begins anew from six
 * weeks of history, and so does a worker that starts again, so both find the same.
 */
export class TenantScoring {
  private book: WatchedBook;
  private thresholds: ReadonlyMap<string, ChosenThresholds> = new Map();
  private changes = new Map<string, AnomalyRecord>();
  private bands: BandRow[] = [];

  constructor(
    private readonly parts: TenantScoringParts,
    private scoredToMs: number,
    private version: number,
  ) {
    this.book = new WatchedBook(parts.findZone);
  }

  /** Everything before was scored. */
  get scoredTo(): number {
    return this.scoredToMs;
  }

  /** seriesCount is how many series are watched. */
  get seriesCount(): number {
    return this.book.listSeries().length;
  }

  /** hasZones tells whether clients still have the zones in which their days were learned: of others, a worker that starts would learn something else. */
  hasZones(findZone: (client: string) => string): boolean {
    const clients = new Set(this.book.listSeries().map(({ key }) => key.client));
    return [...clients].every((client) => findZone(client) === this.parts.findZone(client));
  }

  /** advance scores up to an instant on the grid; on a Monday the state is made anew. */
  async advance(toMs: number, version: number): Promise<void> {
    this.version = version;
    while (this.scoredToMs < toMs) {
      const untilMs = Math.min(toMs, findNextWeek(this.scoredToMs));
      await this.scoreRange(
        { fromMs: this.scoredToMs, toMs: untilMs },
        { thresholds: this.thresholds, bandsFromMs: this.scoredToMs },
      );
      this.endQuietIncidents(untilMs);
      await this.flush();
      this.scoredToMs = untilMs;
      if (untilMs === findNextWeek(untilMs - 1)) await this.restore(untilMs);
    }
  }

  /** restore makes the state as it was when everything before `toMs` had been scored, and tells only what goes on. */
  async restore(toMs: number): Promise<void> {
    const plan = await this.replay(toMs, { isAnew: false, bandsFromMs: toMs });
    await this.settleOpen(plan, toMs);
    this.scoredToMs = toMs;
  }

  /** scoreAnew scores all history up to `toMs` and restates the list: what is not found any more is withdrawn. */
  async scoreAnew(toMs: number, version: number): Promise<void> {
    this.version = version;
    const days = await this.parts.history.listDays(this.parts.tenant);
    const [firstDay] = days;
    if (firstDay === undefined || firstDay >= toMs) {
      this.scoredToMs = toMs;
      return;
    }
    const plan = planReplay(toMs, firstDay);
    if (plan.tellFromMs > firstDay) await this.scoreHistory(days, { fromMs: firstDay, toMs: plan.tellFromMs });
    await this.replay(toMs, { isAnew: true, bandsFromMs: toMs - BAND_HISTORY_MS, days });
    const stored = await this.parts.writer.listStored(this.parts.tenant, new Date(firstDay));
    await this.parts.writer.withdrawAnomalies(
      this.parts.tenant,
      stored.filter((row) => !this.changes.has(row.id)),
      this.version,
    );
    await this.flush();
    this.scoredToMs = toMs;
  }

  /** History before the replay is scored in one pass, by thresholds of its own. */
  private async scoreHistory(days: readonly number[], range: { fromMs: number; toMs: number }): Promise<void> {
    this.book = new WatchedBook(this.parts.findZone);
    for (const stretch of joinDays(days, range))
      await this.scoreRange(stretch, { thresholds: undefined, bandsFromMs: range.toMs });
    this.thresholds = await this.chooseFor(range.fromMs, range.toMs);
    this.trackCandidates({ fromMs: range.fromMs, toMs: Infinity });
  }

  private async replay(
    toMs: number,
    given: { isAnew: boolean; bandsFromMs: number; days?: readonly number[] },
  ): Promise<ReplayPlan> {
    const { tenant, history, progress } = this.parts;
    const days = given.days ?? (await history.listDays(tenant));
    const plan = planReplay(toMs, days[0] ?? toMs);
    this.book = new WatchedBook(this.parts.findZone);
    for (const stretch of joinDays(days, { fromMs: plan.fromMs, toMs: plan.weekMs }))
      await this.scoreRange(stretch, { thresholds: undefined, bandsFromMs: given.bandsFromMs });
    const known = given.isAnew
      ? new Map<string, ChosenThresholds>()
      : await progress.findThresholds(tenant, new Date(plan.weekMs));
    if (known.size < WATCHED_CLASSES.length) {
      this.thresholds = await this.chooseFor(plan.calibrateFromMs, plan.weekMs);
      await progress.saveThresholds(tenant, new Date(plan.weekMs), this.thresholds);
    } else this.thresholds = known;
    this.trackCandidates({ fromMs: plan.tellFromMs, toMs: plan.weekMs });
    await this.scoreRange(
      { fromMs: Math.max(plan.weekMs, plan.fromMs), toMs },
      { thresholds: this.thresholds, bandsFromMs: given.bandsFromMs },
    );
    this.endQuietIncidents(toMs);
    return plan;
  }

  /** After a restoration only what is open is of interest: what was told before stays as it was told. */
  private async settleOpen(plan: ReplayPlan, toMs: number): Promise<void> {
    const { tenant, writer } = this.parts;
    const stored = await writer.listStored(tenant, new Date(plan.tellFromMs));
    const known = new Map(stored.map((row) => [row.id, row]));
    for (const [id, record] of this.changes)
      if (record.endedAt !== null && known.get(id)?.isOpen !== true) this.changes.delete(id);
    const orphans = stored.filter((row) => row.isOpen && !this.changes.has(row.id)).map((row) => row.id);
    await writer.endAnomalies(tenant, orphans, { endedAt: new Date(toMs), version: this.version });
    await this.flush();
  }

  private async scoreRange(range: { fromMs: number; toMs: number }, pass: Pass): Promise<void> {
    for (const grouping of WATCHED_GROUPINGS) {
      for await (const piece of this.parts.source.read(this.parts.scope, grouping, range)) {
        await playInTurns(
          this.book.addPiece(grouping, piece, {
            allFromMs: pass.bandsFromMs,
            tell: (series, found) => this.tell(series, found, pass),
          }),
        );
        if (this.bands.length >= BANDS_AT_ONCE) await this.flushBands();
        await this.parts.onProgress();
      }
    }
  }

  private tell(series: WatchedSeries, finding: SlotFinding, pass: Pass): void {
    const { watched } = series;
    const { atMs, band } = finding;
    const score = finding.score ?? 0;
    const thresholds = pass.thresholds?.get(watched.id);
    if (score >= findCandidateFloor(watched.form)) {
      if (thresholds === undefined) series.candidates.push(finding);
      else this.change(series, trackFinding(series.track, finding, thresholds.list));
    }
    if (atMs < pass.bandsFromMs) return;
    const list = (thresholds ?? this.thresholds.get(watched.id))?.list ?? Infinity;
    const low = band?.low ?? null;
    this.bands.push({
      ...{ key: series.key, metric: watched.metric, grouping: watched.grouping.id, slotMs: atMs },
      expectedLow: low === null || watched.metric === "measure_avg" ? low : Math.max(0, low),
      ...{ expectedHigh: band?.high ?? null, isAnomalous: score >= list },
      historyDays: (atMs - series.state.sinceMs) / DAY_MS,
    });
  }

  private async chooseFor(fromMs: number, toMs: number): Promise<ReadonlyMap<string, ChosenThresholds>> {
    const findBudget = await this.parts.progress.findBudgets(this.parts.tenant);
    const chosen = new Map<string, ChosenThresholds>();
    for (const watched of WATCHED_CLASSES) {
      const series = this.book.listSeries(watched.id);
      const findings = series.map(({ candidates }) => candidates.filter(({ atMs }) => atMs >= fromMs && atMs < toMs));
      const slots = series.reduce((sum, { state }) => sum + Math.min(state.scoredSlots, (toMs - fromMs) / SLOT_MS), 0);
      const given = { form: watched.form, seriesWeeks: slots / SLOTS_PER_WEEK, budget: findBudget(watched.id) };
      chosen.set(watched.id, chooseThresholds(findings, given));
    }
    return chosen;
  }

  private trackCandidates({ fromMs, toMs }: { fromMs: number; toMs: number }): void {
    for (const series of this.book.listSeries()) {
      const list = this.thresholds.get(series.watched.id)?.list ?? Infinity;
      for (const finding of series.candidates)
        this.change(
          series,
          trackFinding(series.track, finding, list).filter((incident) => incident.startedAtMs >= fromMs),
        );
      series.candidates = [];
    }
    this.endQuietIncidents(toMs);
  }

  private endQuietIncidents(nowMs: number): void {
    for (const series of this.book.listSeries()) this.change(series, endQuiet(series.track, nowMs));
  }

  private change({ watched, key }: WatchedSeries, incidents: readonly Incident[]): void {
    const thresholds = this.thresholds.get(watched.id);
    if (thresholds === undefined) return;
    for (const incident of incidents) {
      const given = { tenant: this.parts.tenant, watched, key, timeZone: this.parts.findZone(key.client), thresholds };
      const record = buildAnomalyRecord(incident, given);
      this.changes.set(record.id, record);
    }
  }

  private async flush(): Promise<void> {
    await this.flushBands();
    await this.parts.writer.writeAnomalies(this.parts.tenant, [...this.changes.values()], this.version);
    this.changes.clear();
  }

  private async flushBands(): Promise<void> {
    const bands = this.bands;
    this.bands = [];
    await this.parts.writer.writeBands(this.parts.tenant, bands, this.version);
  }
}

async function playInTurns(steps: Iterable<void>): Promise<void> {
  let count = 0;
  for (const _ of steps) {
    count += 1;
    if (count % SERIES_AT_ONCE === 0) await setImmediate();
  }
  await setImmediate();
}
