import type { Draw } from "./draw.js";

/** DrawnQuery is a query, and the same for Prometheus with NaN taken out before `!=`: there NaN differs from everything, here it is no value. */
export interface DrawnQuery {
  readonly text: string;
  readonly oracle: string;
}

const OVER = "avg sum min max count last stddev stdvar present".split(" ").map((name) => `${name}_over_time`);
const CHANGES = ["changes", "resets", "increase", "rate", "delta", "idelta", "irate", "deriv"];
const NUMBERS = "abs ceil floor sqrt exp ln log2 log10 sgn round timestamp deg rad atan".split(" ");
const AGGREGATES = ["sum", "avg", "min", "max", "count", "stddev", "stdvar", "group"];
const LABELS = ["store", "region", "nothing"];

/** QueryDrawer draws queries over the metrics m, n (gauges) and c (a counter), and over the alerts of a file. */
export class QueryDrawer {
  constructor(
    private readonly draw: Draw,
    private readonly alerts: readonly string[],
  ) {}

  /** A comparison, or something else that has elements now and then. */
  rule(): DrawnQuery {
    const { draw } = this;
    const depth = draw.whole(0, 3);
    if (draw.chance(0.2)) return this.vector(depth);
    return this.compare(this.vector(depth), draw.chance(0.8) ? same(this.number()) : this.vector(depth - 1), true);
  }

  private compare(left: DrawnQuery, right: DrawnQuery, isFilter: boolean): DrawnQuery {
    const op = this.draw.pick(">", ">", ">=", "<", "<=", "==", "!=");
    const isNumber = /^-?[\d.]+$|Inf$|NaN$/.test(right.text);
    const bool = isFilter ? "" : " bool";
    const matching = isNumber ? "" : this.matching();
    const clean = (side: DrawnQuery) => `((${side.oracle}) == (${side.oracle}))`;
    const text = `(${left.text}) ${op}${bool}${matching} ${isNumber ? right.text : `(${right.text})`}`;
    if (op === "!=" && isFilter)
      return { text, oracle: `${clean(left)} ${op}${matching} ${isNumber ? right.oracle : clean(right)}` };
    return {
      text,
      oracle: `(${left.oracle}) ${op}${bool}${matching} ${isNumber ? right.oracle : `(${right.oracle})`}`,
    };
  }

  vector(depth: number): DrawnQuery {
    const { draw } = this;
    if (depth <= 0) return draw.chance(0.5) ? same(this.selector()) : same(this.overRange(0));
    const inner = () => this.vector(depth - 1);
    switch (draw.whole(0, 13)) {
      case 0:
        return wrap(inner(), (one) => `${draw.pick(...nonEmpty(NUMBERS))}(${one})`);
      case 1:
      case 2:
        return wrap(inner(), (one) => `(${one}) ${this.arithmetic()} ${this.number()}`);
      case 3:
        return wrap(inner(), (one) => `${this.number()} ${this.arithmetic()} (${one})`);
      case 4:
        return join(inner(), inner(), `${this.arithmetic()}${this.matching()}`);
      case 5:
      case 6:
        return join(inner(), inner(), `${draw.pick("and", "or", "unless")}${this.setMatching()}`);
      case 7:
        return wrap(this.compare(inner(), same(this.number()), draw.chance(0.5)), (one) => `(${one})`);
      case 8:
      case 9:
        return wrap(inner(), (one) => this.aggregate(one));
      case 10:
        return wrap(inner(), (one) => `-(${one})`);
      case 11:
        return wrap(inner(), (one) => this.other(one));
      case 12:
        return same(this.overRange(depth));
      default:
        return inner();
    }
  }

  private selector(): string {
    const { draw } = this;
    if (this.alerts.length > 0 && draw.chance(0.12)) {
      const alert = draw.pick(...nonEmpty(this.alerts));
      return draw.pick(
        `ALERTS{alertname="${alert}"}`,
        `ALERTS{alertname="${alert}",alertstate="firing"}`,
        'ALERTS{alertstate="firing"}',
      );
    }
    const metric = draw.pick("m", "m", "n", "c", "gone");
    const matcher = draw.pick(
      "",
      "",
      "",
      '{store="s1"}',
      '{store!="s1"}',
      '{store=~"s[12]"}',
      '{region=""}',
      '{store!~"s1|s3",region=~".+"}',
    );
    const shift = draw.pick("", "", "", "", " offset 1m", " offset 5m", " offset -1m", " offset 90s", " @ 300");
    return `${metric}${matcher}${shift}`;
  }

  private overRange(depth: number): string {
    const { draw } = this;
    const range = draw.pick("1m", "4m59s", "5m", "90s", "10m", "59m59s", "2m30s");
    const shift = draw.pick("", "", "", "", " offset 1m", " offset 3m");
    const metric = draw.pick("m", "n", "c", 'm{store="s1"}', "m", "gone");
    const selector =
      depth > 0 && draw.chance(0.4)
        ? `(${this.vector(depth - 2).oracle.replaceAll(") != ", ") >= ")})[${draw.pick("5m", "10m", "4m59s")}:${draw.pick("1m", "30s", "2m", "")}]${shift}`
        : `${metric}[${range}]${shift}`;
    switch (draw.whole(0, 9)) {
      case 0:
        return `quantile_over_time(${draw.pick("0.5", "0.95", "0", "1", "0.25", "-1", "2")}, ${selector})`;
      case 1:
        return `predict_linear(${selector}, ${draw.pick("60", "600", "-60")})`;
      case 2:
        return `holt_winters(${selector}, 0.5, 0.3)`;
      case 3:
        return `absent_over_time(${selector})`;
      case 4:
      case 5:
        return `${draw.pick(...nonEmpty(CHANGES))}(${selector})`;
      default:
        return `${draw.pick(...nonEmpty(OVER))}(${selector})`;
    }
  }

  private aggregate(inner: string): string {
    const { draw } = this;
    const labels = draw.list(draw.whole(0, 2), () => draw.pick(...nonEmpty(LABELS))).join(", ");
    const grouping = draw.pick("", "", `by (${labels})`, `by (${labels})`, `without (${labels})`);
    const call = draw.chance(0.8)
      ? `${draw.pick(...nonEmpty(AGGREGATES))}`
      : draw.pick("topk", "bottomk", "quantile", "count_values");
    const parameter =
      { topk: draw.pick("0, ", "9, "), bottomk: "9, ", quantile: "0.5, ", count_values: '"value", ' }[call] ?? "";
    return draw.chance(0.5)
      ? `${call} ${grouping} (${parameter}${inner})`
      : `${call}(${parameter}${inner}) ${grouping}`;
  }

  private other(inner: string): string {
    const { draw } = this;
    return draw.pick(
      ...nonEmpty([
        `absent(${this.selector()})`,
        `clamp_min(${inner}, ${this.number()})`,
        `clamp_max(${inner}, ${this.number()})`,
        `clamp(${inner}, 1, ${this.number()})`,
        `vector(scalar(${inner}))`,
        `vector(time()) - ${draw.whole(1, 30) * 60}`,
        `time() - ${inner}`,
        `round(${inner}, ${draw.pick("5", "0.5", "10")})`,
        `label_replace(${inner}, "store", "x$1", "store", "s(.)")`,
        `label_join(${inner}, "both", "-", "store", "region")`,
        `sort_desc(${inner})`,
        `timestamp(${this.selector()})`,
        `${draw.pick("day_of_week", "hour", "minute", "month", "day_of_year", "days_in_month")}(vector(time() + ${draw.whole(0, 800)} * 3600))`,
      ]),
    );
  }

  private arithmetic(): string {
    return this.draw.pick("+", "-", "*", "/", "/", "%", "^");
  }

  private matching(): string {
    return this.draw.pick(
      "",
      "",
      "",
      " on (store)",
      " ignoring (region)",
      " on ()",
      " on (store) group_left ()",
      " ignoring (region) group_right ()",
      " on (region) group_left (store)",
    );
  }

  private setMatching(): string {
    return this.draw.pick("", "", " on (store)", " ignoring (region)", " on ()");
  }

  number(): string {
    const { draw } = this;
    if (draw.chance(0.05)) return draw.pick("Inf", "-Inf", "1e308", "0x10", "1e-3");
    return String(draw.chance(0.7) ? draw.whole(-2, 12) : draw.whole(-20, 120) / 10);
  }
}

function same(text: string): DrawnQuery {
  return { text, oracle: text };
}

/** Both readings are made with the same choices. */
function wrap(inner: DrawnQuery, make: (text: string) => string): DrawnQuery {
  const mark = "\u0000";
  const made = make(mark);
  return { text: made.replaceAll(mark, inner.text), oracle: made.replaceAll(mark, inner.oracle) };
}

function join(left: DrawnQuery, right: DrawnQuery, operator: string): DrawnQuery {
  return {
    text: `(${left.text}) ${operator} (${right.text})`,
    oracle: `(${left.oracle}) ${operator} (${right.oracle})`,
  };
}

function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  // NOTE: every list above has entries.
  return list as readonly [T, ...T[]];
}
