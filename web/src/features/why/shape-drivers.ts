import type { Dimension, Direction } from "../../graphql/operations.js";
import { formatCode } from "../../format/format-code.js";
import { formatExact } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { buildGroupFilter } from "../../metrics/build-group-filter.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import { writeWhy, type WhyQuestion } from "../../metrics/why-question.js";
import { renderContribution } from "./describe-move.js";
import type { Why, WhyDrivers, WhyMoved } from "./why-query.js";

/** DriverBar is one group and how much of a change it explains; `size` is its bar, 0 to 1 of the largest. */
export interface DriverBar {
  readonly key: string;
  readonly title: string;
  readonly part: string;
  readonly share: string;
  readonly detail: string;
  readonly size: number;
  readonly tone: "better" | "worse" | "same";
  /** why is the address at which this group alone is explained, null where it cannot be asked for alone. */
  readonly why: string | null;
}

/** DriverGroup is what one dimension explains: its largest parts, then the sum of all others. */
export interface DriverGroup {
  readonly dimension: Dimension;
  readonly title: string;
  readonly bars: readonly DriverBar[];
  readonly others: string | null;
}

/** shapeDrivers makes bars of what each dimension explains of a change, in the server's order: the sharpest dimension first. */
export function shapeDrivers(moved: WhyMoved, why: Why, question: WhyQuestion): readonly DriverGroup[] {
  const unit = chooseUnit(moved, why);
  return moved.drivers.map((entry) => {
    const largest = Math.max(...entry.drivers.map(({ contribution }) => Math.abs(contribution)), 0);
    const rest = entry.groups - entry.drivers.length;
    return {
      dimension: entry.dimension,
      title: `By ${nameDimension(entry.dimension)}`,
      bars: entry.drivers.map((driver) => buildBar(driver, { largest, unit, better: why.metric.better, question })),
      others: rest <= 0 ? null : `${rest} more together: ${renderContribution(entry.others, unit)}`,
    };
  });
}

function nameDimension(dimension: string): string {
  return dimension.toLowerCase().replaceAll("_", " ");
}

function nameGroup({ dimension, id, title }: WhyDrivers["drivers"][number]["key"][number]): string {
  return title ?? (id === null || id === "" ? `No ${nameDimension(dimension)}` : id);
}

interface BarOptions {
  readonly largest: number;
  readonly unit: { unit: string; currency: string | null };
  readonly better: Direction;
  readonly question: WhyQuestion;
}

function buildBar(driver: WhyDrivers["drivers"][number], options: BarOptions): DriverBar {
  const { contribution, share, key } = driver;
  const narrowed = buildGroupFilter(options.question.filter, key);
  const title = key.map(nameGroup).join(", ");
  return {
    key: key.map(({ id }) => id ?? "").join("\n"),
    title: /^[a-z]+([_][a-z]+)+$/.test(title) ? formatCode(title) : title,
    part: renderContribution(contribution, options.unit),
    share: share === null ? "" : `${formatRatio(Math.abs(share))}${share < 0 ? " against it" : " of it"}`,
    detail: `now ${renderSide(driver.current)}, before ${renderSide(driver.previous)}`,
    size: options.largest === 0 ? 0 : Math.abs(contribution) / options.largest,
    tone: chooseTone(contribution, options.better),
    why: narrowed === null ? null : writeWhy({ ...options.question, filter: narrowed.filter }),
  };
}

function chooseTone(contribution: number, better: Direction): DriverBar["tone"] {
  if (better === "NEITHER" || contribution === 0) return "same";
  return contribution > 0 === (better === "HIGHER") ? "better" : "worse";
}

function renderSide(value: WhyDrivers["drivers"][number]["current"]): string {
  if (value === null || value.value === null) return "nothing";
  const from =
    value.numerator === null || value.denominator === null
      ? ""
      : ` (${formatExact(value.numerator)} of ${formatExact(value.denominator)})`;
  return `${renderMetricValue(value.value, value)}${from}`;
}

/** The parts of a percentile are shares of values above the earlier one: their own unit is that of the groups, not of the metric. */
function chooseUnit(moved: WhyMoved, why: Why): BarOptions["unit"] {
  const shown = moved.drivers
    .flatMap(({ drivers }) => drivers)
    .map(({ current, previous }) => current ?? previous)
    .find((value) => value !== null);
  const unit = shown?.unit ?? why.metric.unit;
  return { unit, currency: shown?.currency ?? null };
}
