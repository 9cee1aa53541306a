import { Draw } from "./draw.js";
import { QueryDrawer } from "./query-drawer.js";

/** DrawnScenario is a scenario file without expectations, and what Prometheus is to be asked for each rule. */
export interface DrawnScenario {
  readonly file: {
    readonly id: string;
    readonly kind: string;
    readonly evaluation: { first_t: number; last_t: number; interval_s: number; count: number };
    readonly sample_interval_s: number;
    readonly lookback_s: number;
    readonly rules: readonly Readonly<Record<string, unknown>>[];
    readonly series: readonly DrawnSeries[];
  };
  readonly oracles: readonly string[];
}

/** DrawnSeries has a sample at every step, or where the file has a look-back, gaps too. */
export interface DrawnSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [number, number | string])[];
}

type Rule = Record<string, unknown> & { expr: string };
interface Frame {
  readonly step: number;
  readonly interval: number;
  readonly count: number;
  readonly hasGaps: boolean;
}

/** drawScenario draws a file of one of the kinds of the format, or of rules with any query at all. */
export function drawScenario(random: () => number, id: string): DrawnScenario {
  const draw = new Draw(random);
  const step = draw.pick(10, 30, 60, 60, 60, 120);
  const interval = draw.pick(30, 60, 60, 60, 120, 300);
  const frame: Frame = { step, interval, count: draw.whole(5, 60), hasGaps: draw.chance(0.3) };
  const kind = draw.pick(
    "threshold",
    "window",
    "hysteresis",
    "delay",
    "freshness",
    "absence",
    "anomaly",
    "slo_burn_rate",
    "query",
    "query",
    "query",
    "query",
  );
  const { rules, oracles, names } = drawRules(draw, kind, frame);
  const { hasGaps, count } = frame;
  const stores = draw.whole(1, 3);
  const series = names.flatMap((name) =>
    draw.list(name === "total" || name === "bad" ? 1 : stores, (place) => ({
      ...{ name, labels: { store: `s${place + 1}`, ...(place === 1 ? { region: "north" } : {}) } },
      samples: drawSamples(draw, frame, { name, kind }),
    })),
  );
  return {
    file: {
      ...{ id, kind, evaluation: { first_t: 0, last_t: (count - 1) * interval, interval_s: interval, count } },
      ...{ sample_interval_s: step, lookback_s: hasGaps ? 300 : 0, rules, series },
    },
    oracles,
  };
}

function drawSamples(
  draw: Draw,
  frame: Frame,
  { name, kind }: { name: string; kind: string },
): [number, number | string][] {
  const length = Math.floor((frame.count * frame.interval) / frame.step) + 1;
  const [isWild, holes] = [draw.chance(0.3) && name !== "total", draw.pick(0, 0, 0.05, 0.2)];
  const samples: [number, number | string][] = [];
  let [level, absent] = [draw.whole(0, 10), 0];
  for (let place = 0; place < length; place += 1) {
    const t = place * frame.step;
    if (absent > 0 || draw.chance(holes)) {
      absent = absent > 0 ? absent - 1 : draw.whole(0, 5);
      if (!frame.hasGaps || draw.chance(0.3)) samples.push([t, "stale"]);
      continue;
    }
    level = walk(draw, level, { name, kind, t });
    samples.push([t, isWild && draw.chance(0.08) ? draw.pick<number | string>("NaN", "Inf", "-Inf", "NaN", 0) : level]);
  }
  return samples;
}

function walk(draw: Draw, level: number, { name, kind, t }: { name: string; kind: string; t: number }): number {
  if (name === "total") return draw.chance(0.1) ? 0 : 1_000;
  if (name === "bad") return draw.chance(0.7) ? 0 : draw.pick(1, 14, 15, 30, 200, 1_000);
  if (name === "c") return draw.chance(0.05) ? draw.whole(0, 3) : level + draw.whole(0, 4);
  if (kind === "freshness") return draw.chance(0.5) ? level : t;
  if (kind === "anomaly") return draw.chance(0.1) ? draw.whole(0, 40) : 10 + draw.whole(-2, 2);
  return draw.chance(0.6) ? level : draw.chance(0.8) ? draw.whole(0, 10) : draw.whole(0, 100) / 10;
}

function drawRules(draw: Draw, kind: string, frame: Frame): { rules: Rule[]; oracles: string[]; names: string[] } {
  const alerts = draw.list(draw.whole(1, 3), (place) => "ABC"[place] ?? "A");
  const drawer = new QueryDrawer(draw, alerts);
  const made = alerts.map((alert) => {
    const terms = {
      alert,
      for_s: draw.pick(0, 0, 60, 61, 120, 300),
      keep_firing_for_s: draw.pick(0, 0, 0, 60, 61, 180),
    };
    const labels = draw.pick<Record<string, string>>(
      {},
      {},
      { severity: "page" },
      { store: "all" },
      { seen: "{{ $labels.store }}-{{ if gt $value 5.0 }}high{{ else }}low{{ end }}" },
      ...(kind === "threshold"
        ? [{ value: "v{{ $value }}" }, { shown: '{{ $value | humanize }} {{ printf "%.2f" $value }}' }]
        : []),
    );
    if (kind === "query") {
      const query = drawer.rule();
      return { rule: { ...terms, labels, expr: query.text }, oracle: `((${query.oracle}) == (${query.oracle}))` };
    }
    const rule: Rule = { ...terms, labels, ...drawFields(draw, kind, { alert, frame }) };
    const { op, expr } = rule;
    return {
      rule,
      oracle:
        op === "!=" && typeof rule["left"] === "string"
          ? `(${rule["left"]} == ${rule["left"]}) ${expr.slice(rule["left"].length)}`
          : expr,
    };
  });
  const names = { query: ["m", "n", "c"], slo_burn_rate: ["bad", "total"] }[kind] ?? ["m"];
  return {
    rules: made.map(({ rule: { left: _, ...rule } }) => rule as Rule),
    oracles: made.map(({ oracle }) => oracle),
    names,
  };
}

function drawFields(draw: Draw, kind: string, { alert, frame }: { alert: string; frame: Frame }): Rule {
  const op = draw.pick(">", ">=", "<", "<=", "==", "!=");
  const threshold = draw.chance(0.7) ? draw.whole(0, 10) : draw.whole(0, 100) / 10;
  const metric = "m";
  switch (kind) {
    case "window": {
      const agg = draw.pick("avg", "sum", "min", "max", "count", "last", "stddev", "quantile");
      const window = draw.pick(60, 120, 300, 300, 600, 3_600);
      const quantile = agg === "quantile" ? draw.pick(0.5, 0.9, 0.95) : undefined;
      const left = `${agg}_over_time(${quantile === undefined ? "" : `${quantile}, `}m[${window - 1}s])`;
      const limit = agg === "count" ? draw.whole(0, 6) : agg === "sum" ? threshold * 5 : threshold;
      return {
        op,
        threshold: limit,
        metric,
        window_s: window,
        agg,
        ...(quantile === undefined ? {} : { quantile }),
        left,
        expr: `${left} ${op} ${limit}`,
      };
    }
    case "hysteresis": {
      const [side, limit] = [draw.pick(">", "<", ">=", "<="), draw.whole(3, 8)];
      const recovery = limit + (side.startsWith(">") ? -1 : 1) * draw.whole(0, 3);
      const seen = draw.pick(
        `ignoring(alertname, alertstate${labelsBeside}) (ALERTS{alertname="${alert}",alertstate="firing"} == 1)`,
        `on(store, region) ALERTS{alertname="${alert}",alertstate="firing"}`,
      );
      return {
        op: side,
        threshold: limit,
        metric,
        recovery_threshold: recovery,
        labels: {},
        expr: `(m ${side} ${limit}) or (m ${side} ${recovery} and ${seen})`,
      };
    }
    case "delay": {
      const delay = draw.pick(60, 120, 30, 300);
      return {
        op,
        threshold,
        metric,
        evaluation_delay_s: delay,
        left: `m offset ${delay}s`,
        expr: `m offset ${delay}s ${op} ${threshold}`,
      };
    }
    case "freshness": {
      const age = draw.pick(60, 120, 300, 600);
      return { metric, max_age_s: age, expr: `time() - m > ${age}` };
    }
    case "absence":
      return {
        labels: {},
        expr: draw.pick(
          "absent(m)",
          'absent(m{store="s1"})',
          `absent_over_time(m[${frame.interval * 2}s])`,
          "present_over_time(m[10m]) unless m",
          "count_over_time(m[29m59s]) unless m",
          "absent(m) or m > 8",
          "time() - timestamp(m) > 60",
          "time() - max(m) > 600",
          "count(m) < 2",
          "time() - max_over_time(timestamp(m)[10m:1m]) > 120",
        ),
      };
    case "anomaly": {
      const [zscore, baseline, offset, points] = [
        draw.pick(2, 3, 1.5),
        draw.pick(1_200, 3_600),
        draw.pick(60, 300),
        draw.pick(1, 5, 10),
      ];
      const window = `m[${baseline - 1}s] offset ${offset}s`;
      const distance = `m - avg_over_time(${window})`;
      const away = draw.chance(0.6) ? `abs(${distance})` : `(${distance})`;
      return {
        metric,
        zscore,
        baseline_s: baseline,
        baseline_offset_s: offset,
        min_points: points,
        expr: `${away} / stddev_over_time(${window}) > ${zscore} and count_over_time(${window}) >= ${points}`,
      };
    }
    case "slo_burn_rate": {
      const [long, short, limit] = [
        draw.pick(3_600, 21_600, 1_800),
        draw.pick(300, 600),
        draw.pick(0.0144, 0.006, 0.001, 0.1),
      ];
      const ratio = (window: number) =>
        `sum_over_time(bad[${window - 1}s]) / sum_over_time(total[${window - 1}s]) > ${limit}`;
      return {
        slo: 0.999,
        long_s: long,
        short_s: short,
        error_ratio_threshold: limit,
        expr: `(${ratio(long)}) and (${ratio(short)})`,
      };
    }
    default:
      return { op, threshold, metric, left: "m", expr: `m ${op} ${threshold}` };
  }
}

/** Labels of the rule itself that ALERTS has and the series has not; hysteresis is drawn without any. */
const labelsBeside = "";
