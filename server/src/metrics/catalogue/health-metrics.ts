import {
  EMPTY_INPUT,
  type DerivedFigure,
  type DerivedGiven,
  type DerivedGroup,
  type FigurePart,
} from "../derived-formula.js";
import type { MetricDefinition } from "../metric-definition.js";

/** The worst currency decides: money of several is never added. */
function computeMoneyPart({ inputs }: DerivedGroup): number | null {
  const shares = inputs.flatMap((input) => {
    const inProgress = input.read("money_in_progress").value ?? 0;
    return inProgress > 0 ? [(input.read("money_at_risk").value ?? 0) / inProgress] : [];
  });
  return shares.length === 0 ? null : 1 - Math.min(1, Math.max(...shares));
}

function listParts(group: DerivedGroup, { assumptions }: DerivedGiven): FigurePart[] {
  const client = group.find("CLIENT");
  const assume = (name: string) => assumptions.find(name, client)?.low ?? 0;
  const read = (id: string) =>
    group.inputs.map((input) => input.read(id).value).find((value) => value !== null) ?? null;
  const exceptions = read("exceptions_per_1000");
  const worst = assume("health_worst_exceptions");
  const part = (id: string, title: string, value: number | null): FigurePart => ({
    ...{ id, title, value, weight: assume(`health_weight_${id}`) },
  });
  return [
    part("attainment", "Promises kept", read("sla_attainment")),
    part("exceptions", "Few exceptions", exceptions === null ? null : 1 - Math.min(1, exceptions / worst)),
    part("freshness", "Measured time", read("coverage")),
    part("money", "Money not at risk", computeMoneyPart(group)),
  ];
}

/** A part without data is left out; when less than half of the weight is left, nothing is said: a dark store is not healthy. */
function computeHealth(groups: readonly DerivedGroup[], given: DerivedGiven): DerivedFigure[] {
  return groups.map((group) => {
    const parts = listParts(group, given);
    const whole = parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
    const measured = parts.filter(({ value }) => value !== null);
    const weight = measured.reduce((sum, part) => sum + (part.weight ?? 0), 0);
    if (weight === 0 || weight * 2 < whole)
      return {
        ...EMPTY_INPUT,
        denominator: weight,
        nullReason: weight === 0 ? "NO_ROWS" : "INSUFFICIENT_COVERAGE",
        parts,
      };
    const points = measured.reduce((sum, part) => sum + (part.weight ?? 0) * (part.value ?? 0), 0);
    return { value: (100 * points) / weight, numerator: points, denominator: weight, nullReason: null, parts };
  });
}

/** HEALTH_METRICS: one explained number. */
export const HEALTH_METRICS: readonly MetricDefinition[] = [
  {
    id: "health_score",
    title: "Health score",
    meaning: "How well things go, 0 to 100, with its parts.",
    unit: "score",
    formulaWords:
      "100 x weighted mean of: promises kept; 1 - exceptions per 1,000 runs / the number at which it is 0; coverage; 1 - money at risk / money in progress, of the worst currency. Parts without data are left out; null when less than half of the weight has data. Weights are stated by the tenant.",
    moment: "RECORDED",
    better: "HIGHER",
    dimensions: ["CLIENT", "REGION", "STORE", "CHANNEL", "PARTNER", "WORKFLOW"],
    decimals: 1,
    formula: {
      form: "derived",
      inputs: ["sla_attainment", "exceptions_per_1000", "coverage", "money_at_risk", "money_in_progress"],
      over: [],
      compute: computeHealth,
    },
  },
];
