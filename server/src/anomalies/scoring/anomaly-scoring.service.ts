import { renderFailure, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { MetricsRepository } from "../../metrics/execution/metrics.repository.js";
import { RegistryService } from "../../registry/registry.service.js";
import { buildScope, type Scope } from "../../scope/scope.js";
import { AnomalyWriterRepository } from "./anomaly-writer.repository.js";
import { HistoryRepository } from "./history.repository.js";
import { listTenantIds } from "./list-tenant-ids.js";
import { SLOT_MS } from "./local-slot.js";
import { ScoringProgressRepository, type ScoringCursor } from "./scoring-progress.repository.js";
import { SeriesSource } from "./series-source.service.js";
import { TenantScoring } from "./tenant-scoring.service.js";

/** Events that come at most so late are scored with their slot; later ones restate the week on the next Monday, history at once. */
const LAG_MS = 10 * 60_000;
/** Renewed between pieces of work and in each turn: so long a tenant waits when its worker was killed. */
const HOLD_MS = 3 * 60_000;
/** History that is still arriving is waited for, but not without end: some sender is always late. */
const SETTLE_MS = 60_000;
const MAX_WAIT_MS = 3_600_000;
/** Everything is scored anew in at most a tenth of the time: six weeks of 300 stores take more than a minute. */
const REST_SHARE = 10;
/** What a live source sends a little late is no history. */
const HISTORY_AGE_MS = 3_600_000;

/** AnomalyScoringOptions are what the worker scores with. `holder` tells processes apart. */
export interface AnomalyScoringOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly holder: string;
}

/** AnomalyScoring scores the series of every tenant on a grid of five minutes. Any number of processes may run it: each tenant is held by one. */
export class AnomalyScoring {
  private readonly progress: ScoringProgressRepository;
  private readonly history: HistoryRepository;
  private readonly writer: AnomalyWriterRepository;
  private readonly registry: RegistryService;
  private readonly source: SeriesSource;
  private readonly scorings = new Map<string, TenantScoring>();
  /** Until when a tenant is not scored anew. */
  private readonly rests = new Map<string, number>();
  private isClosing = false;

  constructor(private readonly options: AnomalyScoringOptions) {
    const { clickhouse, postgres, now } = options;
    this.progress = new ScoringProgressRepository(postgres);
    this.history = new HistoryRepository(clickhouse);
    this.writer = new AnomalyWriterRepository(clickhouse);
    this.registry = new RegistryService({ postgres, now });
    const repository = new MetricsRepository(clickhouse, now);
    this.source = new SeriesSource({ repository, registry: this.registry, now });
  }

  /** run scores, for each tenant that no other worker holds, what has become ready. */
  async run(): Promise<void> {
    for (const tenant of await listTenantIds(this.options.postgres)) {
      if (this.isClosing) return;
      await this.runTenant(tenant).catch(async (cause: unknown) => {
        this.scorings.delete(tenant);
        if (this.isClosing) await this.progress.release(tenant, this.options.holder);
        if (!(cause instanceof ScoringStopped))
          this.options.logger.warn({ tenant, cause: renderFailure(cause) }, "series not scored for anomalies");
      });
    }
  }

  /** close ends a run that is under way and lets other workers go on. */
  async close(): Promise<void> {
    this.isClosing = true;
    for (const tenant of this.scorings.keys()) await this.progress.release(tenant, this.options.holder);
  }

  private async runTenant(tenant: string): Promise<void> {
    const { now, holder } = this.options;
    const cursor = await this.claim(tenant);
    if (cursor === undefined) {
      this.scorings.delete(tenant);
      return;
    }
    const started = now();
    const toMs = Math.floor((started.getTime() - LAG_MS) / SLOT_MS) * SLOT_MS;
    const isAnew = cursor.scoredTo === null || (await this.hasNewHistory(tenant, cursor, started));
    if (!isAnew && cursor.scoredTo !== null && cursor.scoredTo.getTime() >= toMs) return;
    const scoring = await this.openScoring(tenant, cursor, isAnew);
    await (isAnew ? scoring.scoreAnew(toMs, started.getTime()) : scoring.advance(toMs, started.getTime()));
    this.scorings.set(tenant, scoring);
    const historySeenTo = isAnew || cursor.historySeenTo === null ? started : cursor.historySeenTo;
    const isMine = await this.progress.advance(tenant, holder, { scoredTo: new Date(scoring.scoredTo), historySeenTo });
    if (!isMine) this.scorings.delete(tenant);
    const [ms, series] = [now().getTime() - started.getTime(), scoring.seriesCount];
    if (isAnew) this.rests.set(tenant, now().getTime() + REST_SHARE * ms);
    if (isAnew) this.options.logger.info({ tenant, series, ms }, "history scored for anomalies");
  }

  /** Whether history has come that was not scored, and it is time to. What is live is scored meanwhile. */
  private async hasNewHistory(tenant: string, cursor: ScoringCursor, at: Date): Promise<boolean> {
    const nowMs = at.getTime();
    if (nowMs < (this.rests.get(tenant) ?? 0)) return false;
    const arrivals = await this.history.findArrivals(tenant, {
      since: cursor.historySeenTo ?? new Date(0),
      until: at,
      before: new Date(Math.min(cursor.scoredTo?.getTime() ?? Infinity, nowMs - HISTORY_AGE_MS)),
    });
    if (arrivals === undefined) return false;
    return arrivals.newestMs <= nowMs - SETTLE_MS || arrivals.firstMs <= nowMs - MAX_WAIT_MS;
  }

  /** What another worker scored in between is not known here: then the state is made anew. */
  private async openScoring(tenant: string, cursor: ScoringCursor, isAnew: boolean): Promise<TenantScoring> {
    const scoredToMs = cursor.scoredTo?.getTime() ?? 0;
    const scope = buildScope({ tenant, role: "administrator", subjectId: "worker:anomalies" });
    const findZone = await this.loadZones(scope);
    const known = this.scorings.get(tenant);
    if (known?.hasZones(findZone) === true && (isAnew || known.scoredTo === scoredToMs)) return known;
    const scoring = new TenantScoring(
      {
        ...{ tenant, scope, source: this.source, writer: this.writer, history: this.history, progress: this.progress },
        findZone,
        onProgress: () => this.holdOn(tenant),
      },
      scoredToMs,
      this.options.now().getTime(),
    );
    if (!isAnew) await scoring.restore(scoredToMs);
    return scoring;
  }

  private async loadZones(scope: Scope): Promise<(client: string) => string> {
    const [registry, summary] = await Promise.all([this.registry.findVisible(scope), this.registry.findTenant(scope)]);
    const zones = new Map(registry.clients.map((client) => [client.id, client.timeZone]));
    return (client) => zones.get(client) ?? summary?.timeZone ?? "UTC";
  }

  private claim(tenant: string): Promise<ScoringCursor | undefined> {
    const { holder, now } = this.options;
    return this.progress.claim(tenant, { holder, now: now(), forMs: HOLD_MS });
  }

  private async holdOn(tenant: string): Promise<void> {
    if (this.isClosing || (await this.claim(tenant)) === undefined) throw new ScoringStopped();
  }
}

/** ScoringStopped ends work that another worker does now, or that this one goes on with when it starts again. */
class ScoringStopped extends Error {}
