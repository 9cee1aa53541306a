import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { AlertRule } from "@watchfloor/dashboards";
import type { Logger } from "pino";
import { buildScope } from "../../scope/scope.js";
import { isClosedInGap } from "../evaluate/mark-closed.js";
import { PlaceTitlesRepository } from "../links/place-titles.repository.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertImageRepository, type AlertImageRow } from "./alert-image.repository.js";
import { buildChart, renderChartWords } from "../charts/build-chart.js";
import { buildChartSvg } from "../charts/build-chart-svg.js";
import { chooseChartGrid, type ChartGrid } from "../charts/choose-chart-grid.js";
import type { ChartSeries, ChartSeriesReader } from "../charts/chart-series.service.js";
import { drawSvg } from "../charts/draw-svg.js";
import { buildImageKey } from "./image-link.js";

/** Counted from the commit: a picture that is not there by then is not waited for by anybody. */
const BUDGET_MS = 5_000;
/** What fired so long ago is told as news of the past. */
const OLDEST_MS = 15 * 60_000;
/** Of a storm nobody looks at each picture: what comes on top is given up at once. */
const MOST_WAITING = 200;
/** So many rows go into one statement. */
const ROWS_AT_ONCE = 500;
/** Of mails a picture may be so large; ours have some 60 kB. */
const MOST_BYTES = 200_000;

/** ImageMakerParts are what pictures are made from; `budgetMs` = 5 s, and `readMs` the clock that never jumps, unless told. */
export interface ImageMakerParts {
  readonly postgres: Postgres;
  readonly series: Pick<ChartSeriesReader, "read">;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly budgetMs?: number;
  readonly readMs?: () => number;
}

interface Wish {
  readonly transition: CommittedTransition;
  readonly endsMs: number;
}

interface Drawing {
  readonly rule: AlertRule;
  readonly grid: ChartGrid;
  readonly series: ChartSeries;
}

/**
 * ImageMaker draws the charts of what fires, one after the other, beside everything else: nothing waits for it and nothing of it can fail anybody.
 * What fires of one rule at one slot is read once. What is not ready five seconds after its commit is given up and counted, and so is what fails.
 */
export class ImageMaker {
  private readonly waiting: Wish[] = [];
  private readonly read = new Map<string, Promise<Drawing | undefined>>();
  private readonly images: AlertImageRepository;
  private working: Promise<void> | undefined;

  constructor(private readonly parts: ImageMakerParts) {
    this.images = new AlertImageRepository(parts.postgres);
  }

  /** wish asks for the picture of a transition that was just committed, and returns at once. */
  wish(transition: CommittedTransition): void {
    const isOld = this.parts.now().getTime() - transition.slotAt > OLDEST_MS;
    if (transition.kind !== "fired" || isOld || isClosedInGap(transition)) return;
    const budgetMs = this.waiting.length < MOST_WAITING ? (this.parts.budgetMs ?? BUDGET_MS) : 0;
    this.waiting.push({ transition, endsMs: this.readMs() + budgetMs });
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
  }

  /** settle resolves when nothing is being drawn. */
  async settle(): Promise<void> {
    while (this.working !== undefined) await this.working;
  }

  private async work(): Promise<void> {
    const given: AlertImageRow[] = [];
    for (let wish = this.waiting.shift(); wish !== undefined; wish = this.waiting.shift()) {
      const row = await this.makeInTime(wish);
      if (row?.result === "made") await this.keep([row]);
      else if (row !== undefined) given.push(row);
    }
    this.read.clear();
    for (let first = 0; first < given.length; first += ROWS_AT_ONCE)
      await this.keep(given.slice(first, first + ROWS_AT_ONCE));
  }

  private async makeInTime({ transition, endsMs }: Wish): Promise<AlertImageRow | undefined> {
    const leftMs = endsMs - this.readMs();
    if (leftMs <= 0) return this.build(transition, { result: "late" });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<AlertImageRow>((resolve) => {
      timer = setTimeout(() => resolve(this.build(transition, { result: "late" })), leftMs);
    });
    try {
      return await Promise.race([this.make(transition), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Never rejects; undefined = there is nothing to draw, or it was decided before. */
  private async make(transition: CommittedTransition): Promise<AlertImageRow | undefined> {
    const { tenant, incidentId, ruleId, ruleVersion, slotAt, fingerprint } = transition;
    const { postgres, logger } = this.parts;
    try {
      if (await this.images.has(tenant, incidentId)) return undefined;
      const key = JSON.stringify([tenant, ruleId, ruleVersion, slotAt]);
      const reading = this.read.get(key) ?? this.readDrawing(transition);
      this.read.set(key, reading);
      const drawing = await reading;
      if (drawing === undefined) return undefined;
      const { rule, grid, series } = drawing;
      const [place, zone] = await Promise.all([
        new PlaceTitlesRepository(postgres).describe(tenant, transition),
        this.images.findZone(tenant, transition),
      ]);
      const values = series.get(fingerprint) ?? listNothing(grid);
      const chart = buildChart({ rule, transition, range: grid.range, values, place, zone });
      const png = await drawSvg(buildChartSvg(chart));
      if (png.length > MOST_BYTES) throw new Error(`The picture has ${png.length} bytes.`);
      return this.build(transition, { result: "made", png, alt: renderChartWords(chart) });
    } catch (cause) {
      logger.warn({ tenant, incident: incidentId, cause: renderFailure(cause) }, "chart of an alert not drawn");
      return this.build(transition, { result: "failed" });
    }
  }

  private async readDrawing(transition: CommittedTransition): Promise<Drawing | undefined> {
    const { tenant, ruleId, ruleVersion, slotAt, activeAt } = transition;
    const stored = (await new AlertRuleRepository(this.parts.postgres).list(tenant)).find(({ id }) => id === ruleId);
    if (stored?.version !== ruleVersion) return undefined;
    const grid = chooseChartGrid(stored.rule, { slotAt, activeAt: activeAt ?? slotAt });
    if (grid === undefined) return undefined;
    const scope = buildScope({ tenant, role: "administrator", subjectId: "alerts" });
    return { rule: stored.rule, grid, series: await this.parts.series.read(scope, stored.rule, grid) };
  }

  private build(
    { tenant, incidentId: incident }: CommittedTransition,
    { result, png = null, alt = "" }: { result: AlertImageRow["result"]; png?: Uint8Array | null; alt?: string },
  ): AlertImageRow {
    return { tenant, incident, key: buildImageKey(), result, png, alt, createdAt: this.parts.now() };
  }

  private async keep(rows: readonly AlertImageRow[]): Promise<void> {
    await this.images.add(rows).catch((cause: unknown) => {
      this.parts.logger.warn({ cause: renderFailure(cause) }, "charts of alerts not kept");
    });
  }

  private readMs(): number {
    return (this.parts.readMs ?? (() => performance.now()))();
  }
}

/** An instance that had no value before the one it fired with. */
function listNothing({ range: { fromMs, toMs, stepMs } }: ChartGrid): null[] {
  return Array.from({ length: Math.round((toMs - fromMs) / stepMs) }, () => null);
}
