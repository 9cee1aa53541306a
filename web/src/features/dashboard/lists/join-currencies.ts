import type { PanelAnswer } from "../ask/panel-queries.js";
import type { KpiFigure } from "../kpi/choose-kpi-figures.js";

/** TableRow is one row of a table: groups that differ in their currency alone are one row. */
export interface TableRow {
  readonly key: PanelAnswer["groups"][number]["key"];
  readonly figures: readonly KpiFigure[];
}

/** joinCurrencies puts groups that differ in their currency alone into one row, in the order in which each row is first met; amounts stay apart. */
export function joinCurrencies(groups: PanelAnswer["groups"]): readonly TableRow[] {
  const rows = new Map<string, { key: TableRow["key"]; figures: KpiFigure[] }>();
  for (const { key: whole, values } of groups) {
    const key = whole.filter(({ dimension }) => dimension.toUpperCase() !== "CURRENCY");
    const id = JSON.stringify(key.map((part) => [part.dimension, part.id]));
    const row = rows.get(id) ?? { key, figures: [] };
    row.figures.push(...values);
    rows.set(id, row);
  }
  return [...rows.values()].map(({ key, figures }) => ({ key, figures: dropEmptyMoney(figures) }));
}

/** An amount without a currency is the zero of a group that has none; it says something only where there is no other. */
function dropEmptyMoney(figures: readonly KpiFigure[]): readonly KpiFigure[] {
  return figures.filter((figure) => {
    if (figure.unit !== "money" || figure.currency !== null) return true;
    return !figures.some(({ metric, currency }) => metric === figure.metric && currency !== null);
  });
}
