import type { PanelAnswer } from "../ask/panel-queries.js";
import type { KpiFigure } from "../kpi/choose-kpi-figures.js";

/** GroupFigure is the value of one metric in one group; groups of money are apart by currency. */
export interface GroupFigure {
  readonly key: PanelAnswer["groups"][number]["key"];
  readonly rank: number | null;
  readonly isBelowSample: boolean;
  readonly figure: KpiFigure;
}

/** listFigures lists the values of one metric by group, in the order of the answer; groups without a value stay out unless they say why. */
export function listFigures(answer: PanelAnswer, metric: string): readonly GroupFigure[] {
  return answer.groups.flatMap(({ key, rank, isBelowSample, values }) => {
    const figure = values.find((value) => value.metric === metric);
    if (figure === undefined) return [];
    const isEmptyMoney = figure.unit === "money" && figure.currency === null;
    return figure.value === null || isEmptyMoney ? [] : [{ key, rank, isBelowSample, figure }];
  });
}
