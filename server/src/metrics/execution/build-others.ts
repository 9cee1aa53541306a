import type { FigureGroup, KeyedId, TermFigures } from "./figure-table.js";

/**
 * buildOthers puts groups together into one for each split (such as a currency): what a ranking does not show by itself. Terms are added;
 * which metrics that is right for, their formula decides (`isAdditive`).
 */
export function buildOthers(groups: readonly FigureGroup[], dimensionCount: number): FigureGroup[] {
  const others = new Map<string, FigureGroup>();
  for (const group of groups) {
    const splits = group.key.slice(dimensionCount);
    const name = renderSplits(splits);
    const known = others.get(name) ?? { key: splits, metrics: new Set(), figures: new Map(), unit: group.unit };
    others.set(name, known);
    for (const metric of group.metrics) known.metrics.add(metric);
    for (const [alias, figures] of group.figures) known.figures.set(alias, add(known.figures.get(alias), figures));
  }
  return [...others.values()].sort((a, b) => (renderSplits(a.key) < renderSplits(b.key) ? -1 : 1));
}

function renderSplits(key: readonly KeyedId[]): string {
  return JSON.stringify(key.map((part) => [part.dimension, part.id]));
}

function add(known: TermFigures | undefined, figures: TermFigures): TermFigures {
  const buckets = new Map(known?.buckets);
  for (const [start, value] of figures.buckets) buckets.set(start, (buckets.get(start) ?? 0) + (value ?? 0));
  return { total: (known?.total ?? 0) + (figures.total ?? 0), buckets };
}
