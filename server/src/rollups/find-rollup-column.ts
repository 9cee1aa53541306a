import { isOfPromises, openColumnWords } from "../metrics/compiler/open-column-words.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { FlowTerm } from "../metrics/metric-definition.js";
import { ROLLUP_SCANS } from "./rollup-scan.js";
import { SPREAD_FIGURES, type SpreadFigure } from "./spread-figure.js";

/**
 * FoundColumn is the column that answers a term; `endColumn` is there when the answer depends on which runs had ended, `isOfPromises`
 * says whether it depends on policies.
 */
export interface FoundColumn {
  readonly column: string;
  /** Counts the rows themselves, as `count()` would. */
  readonly rowColumn: string;
  readonly endColumn: string | undefined;
  readonly isOfPromises: boolean;
}

/** findRollupColumn returns the column that counts exactly what a term counts, or undefined. */
export function findRollupColumn({ source, at, sql }: FlowTerm): FoundColumn | undefined {
  for (const scan of ROLLUP_SCANS) {
    if (scan.source !== source || scan.moment !== at) continue;
    const found = scan.columns.find((column) => column.sql === sql);
    const rows = scan.columns.find((column) => column.sql === "count()");
    if (found === undefined || rows === undefined) continue;
    const endColumn = dependsOnEnds(scan.source, sql) ? scan.endColumn : undefined;
    return { column: found.column, rowColumn: rows.column, endColumn, isOfPromises: isOfPromises(`${at} ${sql}`) };
  }
  return undefined;
}

/** FoundSpread is the figure a percentile is read from, and which percentile. */
export interface FoundSpread {
  readonly spread: SpreadFigure;
  readonly level: number;
  readonly endColumn: string | undefined;
  readonly isOfPromises: boolean;
}

const PERCENTILE = /^quantileExactInclusiveOrNullIf\((0\.\d+)\)\((\w+), (\w+)\)$/;

/** findSpread returns the spread from which a percentile of runs can be read, or undefined. */
export function findSpread({ source, at, sql }: FlowTerm): FoundSpread | undefined {
  const [, level, seconds, where] = PERCENTILE.exec(sql) ?? [];
  const spread = SPREAD_FIGURES.find(
    (candidate) => candidate.at === at && candidate.seconds === seconds && candidate.where === where,
  );
  if (source !== "run" || spread === undefined) return undefined;
  const endColumn = dependsOnEnds(source, sql)
    ? ROLLUP_SCANS.find((scan) => scan.moment === at && scan.source === source)?.endColumn
    : undefined;
  return { spread, level: Number(level), endColumn, isOfPromises: isOfPromises(`${at} ${sql}`) };
}

/** What is counted of a run that ended after the end of the range differs from what is counted of it later. */
function dependsOnEnds(source: "run" | "exception", sql: string): boolean {
  const words = openColumnWords(source, undefined, new SqlParameters());
  return words.choose(words.render(sql)).some((word) => word.includes("{as_of:"));
}
