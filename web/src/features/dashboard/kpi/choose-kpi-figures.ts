import type { PanelAnswer } from "../ask/panel-queries.js";

/** KpiFigure is one value of an answer. */
export type KpiFigure = PanelAnswer["groups"][number]["values"][number];

/**
 * chooseKpiFigures picks the values of one metric from totals, the largest first: several where the metric is money of several currencies, which are never
 * added. The group without currency stands for "none" only where there is no money at all.
 */
export function chooseKpiFigures(answer: PanelAnswer, metric: string): readonly KpiFigure[] {
  const values = answer.groups.flatMap(({ values: all }) => all.filter((value) => value.metric === metric));
  const money = values.filter(({ currency }) => currency !== null);
  if (money.length === 0) return values.slice(0, 1);
  return [...money].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
}
