import { DateTime } from "luxon";
import { formatCode } from "../../../format/format-code.js";
import type { Direction, Granularity } from "../../../graphql/operations.js";
import type { MetricFigure } from "../../../metrics/metrics-query.js";
import type { GroupPart } from "../dashboard-context.js";
import { renderGroupTitle } from "../frame/render-group-title.js";
import { decideTarget } from "../kpi/decide-target.js";

/** HeatFigure is a value with what explains it. */
export type HeatFigure = Omit<MetricFigure, "previous">;

/** HeatCell is one value of a heat table; `miss` says how far it is from the target, 0 to 1, null where there is nothing to judge. */
export interface HeatCell {
  readonly column: string;
  readonly figure: HeatFigure | undefined;
  readonly miss: number | null;
  /** What the cell was asked with where that is not that of its row: its period, or the key of its column. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly key: readonly GroupPart[];
}

/** HeatRow is one row with its name, its target and its cells, in the order of the columns. */
export interface HeatRow {
  readonly id: string;
  readonly name: string;
  readonly key: readonly GroupPart[];
  readonly target: number | null;
  readonly cells: readonly HeatCell[];
}

/** HeatTable is all that a heat table draws. */
export interface HeatTable {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly HeatRow[];
}

interface HeatOptions {
  readonly metric: string;
  readonly better: Direction;
  readonly timeZone: string;
  readonly findTarget: (row: string) => number | null;
  readonly limit: number;
}

interface Value extends Omit<HeatFigure, "currency"> {
  readonly currency: string | null;
  readonly series?:
    | readonly {
        readonly at: string;
        readonly value: number | null;
        readonly numerator: number | null;
        readonly denominator: number | null;
        readonly nullReason: HeatFigure["nullReason"];
      }[]
    | null;
}

interface Group {
  readonly key: readonly GroupPart[];
  readonly values: readonly Value[];
}

const wholeId = "whole";
const titles: Readonly<Partial<Record<Granularity, string>>> = {
  DAY: "d LLL",
  WEEK: "d LLL",
  MONTH: "LLLL",
  QUARTER: "'Q'q yyyy",
};

/** A cell this far from its target, in shares of it, has the full colour. */
const fullMiss = 0.08;

/** shapeHeatByPeriod makes a heat table with a column for each period of the range that has begun, and one for the whole. */
export function shapeHeatByPeriod(
  groups: readonly Group[],
  of: HeatOptions & {
    readonly period: Granularity;
    readonly asOf: string;
    readonly from: string;
    readonly to: string;
    readonly whole: string;
  },
): HeatTable {
  const starts = [
    ...new Set(groups.flatMap(({ values }) => values.flatMap(({ series }) => (series ?? []).map(({ at }) => at)))),
  ]
    .filter((at) => at < of.asOf)
    .sort();
  const format = titles[of.period] ?? "d LLL";
  const columns = [
    ...starts.map((at) => ({
      id: at,
      title: DateTime.fromISO(at, { zone: of.timeZone, locale: "en" }).toFormat(format),
    })),
    { id: wholeId, title: of.whole },
  ];
  const rows = buildRows(groups, of, (value, target) => [
    ...starts.map((at, index) => {
      const point = value?.series?.find((each) => each.at === at);
      const figure = value === undefined || point === undefined ? undefined : { ...value, ...point };
      // The first period may have begun before the range: its cell counts what lies in both.
      const period = { from: at < of.from ? of.from : at, to: starts[index + 1] ?? of.to };
      return buildCell(at, figure, { target, of, period, key: [] });
    }),
    buildCell(wholeId, value, { target, of, period: null, key: [] }),
  ]);
  return { columns, rows };
}

/** shapeHeatByDimension makes a heat table with a column for each value of the second dimension. */
export function shapeHeatByDimension(groups: readonly Group[], of: HeatOptions): HeatTable {
  const columns = new Map<string, string>();
  for (const { key } of groups) {
    const part = key[1];
    if (part !== undefined) columns.set(part.id ?? "", nameOf(part));
  }
  const ids = [...columns.keys()].sort((a, b) => (columns.get(a) ?? "").localeCompare(columns.get(b) ?? ""));
  const byRow = new Map<string, Group[]>();
  for (const group of groups) {
    const row = group.key[0]?.id ?? "";
    byRow.set(row, [...(byRow.get(row) ?? []), group]);
  }
  const rows = [...byRow].map(([row, members]) => {
    const target = of.findTarget(row);
    const cells = ids.map((id) => {
      const group = members.find(({ key }) => (key[1]?.id ?? "") === id);
      const figure = group?.values.find(({ metric }) => metric === of.metric);
      return buildCell(id, figure, { target, of, period: null, key: group?.key ?? [] });
    });
    const key = members[0]?.key.slice(0, 1) ?? [];
    return { id: row, name: nameOf(key[0]), key, target, cells };
  });
  return {
    columns: ids.map((id) => ({ id, title: columns.get(id) ?? id })),
    rows: orderRows(rows).slice(0, of.limit),
  };
}

function buildRows(
  groups: readonly Group[],
  of: HeatOptions,
  buildCells: (value: Value | undefined, target: number | null) => readonly HeatCell[],
): readonly HeatRow[] {
  const rows = groups.map(({ key, values }) => {
    const id = key[0]?.id ?? "";
    const target = of.findTarget(id);
    const value = values.find(({ metric }) => metric === of.metric);
    return { id, name: nameOf(key[0]), key, target, cells: buildCells(value, target) };
  });
  return orderRows(
    rows.filter(({ cells }) => cells.some(({ figure }) => figure?.value !== null && figure !== undefined)),
  ).slice(0, of.limit);
}

/** The worst misses come first, then rows by name. */
function orderRows(rows: readonly HeatRow[]): readonly HeatRow[] {
  const worst = ({ cells }: HeatRow): number => Math.max(0, ...cells.map(({ miss }) => miss ?? 0));
  return [...rows].sort((a, b) => worst(b) - worst(a) || a.name.localeCompare(b.name));
}

function buildCell(
  column: string,
  figure: HeatFigure | undefined,
  given: { target: number | null; of: HeatOptions; period: HeatCell["period"]; key: readonly GroupPart[] },
): HeatCell {
  const { target, of, period, key } = given;
  const value = figure?.value ?? null;
  const verdict = decideTarget(value, target, of.better);
  const miss =
    verdict === null || value === null || target === null
      ? null
      : verdict === "met"
        ? 0
        : Math.min(1, Math.max(0.1, Math.abs(value - target) / Math.max(1e-9, Math.abs(target)) / fullMiss));
  return { column, figure, miss, period, key };
}

function nameOf(part: GroupPart | undefined): string {
  if (part === undefined) return "All";
  if (part.id === null || part.id === "") return renderGroupTitle([part]);
  return part.title ?? formatCode(part.id);
}
