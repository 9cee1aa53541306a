import type { AlertRule } from "@watchfloor/dashboards";
import type { Scope } from "../../scope/scope.js";
import { openSlotSource } from "../back-test/slot-source.js";
import { chooseDimensions, type FigureReader } from "../evaluate/figure-reader.service.js";
import { judgeRule } from "../evaluate/judge-rule.js";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import type { ChartGrid } from "./choose-chart-grid.js";

/** Other work of the process goes on in between. */
const SLOTS_A_BREATH = 10;

/** ChartSeries are the values of every instance of a rule over a grid, by fingerprint; one that is not among them had none. */
export type ChartSeries = ReadonlyMap<string, readonly (number | null)[]>;

/** ChartSeriesReader reads what an alert was judged from over the time before it fired, with the functions that judge it live. */
export class ChartSeriesReader {
  constructor(private readonly figures: Pick<FigureReader, "readSeries">) {}

  /** read gives the values of all instances of a rule in a few questions. Rejects with a `ClickHouseFailure`. */
  async read(scope: Scope, rule: AlertRule, { range, queries, reading }: ChartGrid): Promise<ChartSeries> {
    const wish = { dimensions: chooseDimensions(rule, queries.now.metric), filter: buildRuleFilter(rule) };
    const asked = { wish, queries, reading, tell: () => undefined };
    const source = await openSlotSource(this.figures, scope, asked, range);
    const points = Math.round((range.toMs - range.fromMs) / range.stepMs);
    const series = new Map<string, (number | null)[]>();
    for (let place = 0; place < points; place += 1) {
      const { instances } = judgeRule(rule, source(range.fromMs + (place + 1) * range.stepMs));
      for (const { labels, judgement } of instances) {
        const key = fingerprintLabels(labels);
        const values = series.get(key) ?? Array.from({ length: points }, () => null);
        series.set(key, values);
        const { value } = judgement;
        values[place] = value === null || !Number.isFinite(value) ? null : value;
      }
      if (place % SLOTS_A_BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return series;
  }
}
