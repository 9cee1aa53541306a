import type { FigureProblem } from "../check-figure-setting.js";
import type { ClientCalendar, StatedAssumption } from "../figure-settings.repository.js";
import { ASSUMPTION_RULES } from "../metric-assumptions.js";
import type {
  FigureSettingProblem,
  MetricAssumption,
  RemovedFigureSetting,
  RetailCalendarOf,
} from "./figure-settings.type.js";

/** buildAssumption shows an assumption with the words of its rule. */
export function buildAssumption(stated: StatedAssumption): MetricAssumption {
  const rule = ASSUMPTION_RULES.find((each) => each.name === stated.name);
  const { name, low, high, note, effectiveAt, author } = stated;
  return {
    ...{ name, low, high, note, effectiveAt, author, title: rule?.title ?? name, unit: rule?.unit ?? "" },
    client: stated.client === "" ? null : stated.client,
    currency: stated.currency === "" ? null : stated.currency,
  };
}

/** listAssumptions shows everything that was stated, and what holds while nobody stated it. */
export function listAssumptions(stated: readonly StatedAssumption[]): MetricAssumption[] {
  const standards = ASSUMPTION_RULES.flatMap(({ name, title, unit, standard }): MetricAssumption[] =>
    standard === null || stated.some((each) => each.name === name && each.client === "")
      ? []
      : [
          {
            ...{ name, title, unit, low: standard, high: standard, note: "" },
            ...{ client: null, currency: null, effectiveAt: null, author: null },
          },
        ],
  );
  return [...stated.map(buildAssumption), ...standards];
}

/** buildRetailCalendar shows a retail calendar. */
export function buildRetailCalendar({ client, ...calendar }: ClientCalendar): RetailCalendarOf {
  return { ...calendar, client: client === "" ? null : client };
}

/** buildProblem shows why nothing was changed. */
export function buildProblem({ code, message }: FigureProblem): FigureSettingProblem {
  return { code: code.toUpperCase(), message };
}

/** buildRemoved says that something was taken away, or why not. */
export function buildRemoved(
  problem: FigureProblem | undefined,
  client: string | null | undefined,
): RemovedFigureSetting | FigureSettingProblem {
  return problem === undefined ? { client: client ?? null } : buildProblem(problem);
}
