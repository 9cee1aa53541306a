import type { MetricAssumptions } from "../../metrics/settings/metric-assumptions.js";
import { buildExceptionView, type ExceptionRow } from "../exception-columns.js";
import type { SeverityPartName } from "./exception-words.js";
import type { ExceptionClassTotal, RankedException, SeverityPart } from "./ranked-exception.js";

/** RankedRow is one row of a page as `compileExceptionPage` selects it. */
export interface RankedRow extends ExceptionRow {
  readonly compliance: number;
  readonly partnerImpact: number;
  readonly severity_shown: number;
  readonly severity_money_points_shown: number;
  readonly severity_compliance_points_shown: number;
  readonly severity_partner_points_shown: number;
  readonly severity_age_points_shown: number;
  readonly orderKey: string;
}

/** AlikeRow is one row of `compileAlike`. */
export interface AlikeRow {
  readonly client: string;
  readonly class: string;
  readonly open: number;
  readonly stores: number;
}

/** ClassRow is one row of `compileExceptionClasses`. */
export interface ClassRow {
  readonly class: string;
  readonly currency: string;
  readonly rows: number;
  readonly amount: number;
  readonly places: readonly (readonly [string, string])[];
}

/** shapeRanked makes what people see of the rows of a page. */
export function shapeRanked(
  rows: readonly RankedRow[],
  known: { readonly alike: readonly AlikeRow[]; readonly assumptions: MetricAssumptions; readonly asOf: Date },
): RankedException[] {
  return rows.map((row) => {
    const view = buildExceptionView(row);
    const alike = known.alike.find((each) => each.client === row.client && each.class === row.class);
    const endMs = Math.min(row.resolvedAtMs ?? Infinity, known.asOf.getTime());
    const ageSeconds = row.raisedAtMs === null ? null : Math.max(0, (endMs - row.raisedAtMs) / 1000);
    return {
      ...view,
      state: endMs < known.asOf.getTime() || row.resolvedAtMs === known.asOf.getTime() ? "RESOLVED" : "OPEN",
      ageSeconds,
      severity: row.severity_shown,
      severityParts: buildParts(row, ageSeconds, known.assumptions),
      alike: { open: alike?.open ?? 0, stores: alike?.stores ?? 0 },
    };
  });
}

/** shapeClasses joins the currencies of a class. Classes with most exceptions come first. */
export function shapeClasses(rows: readonly ClassRow[]): ExceptionClassTotal[] {
  const names = [...new Set(rows.map((row) => row.class))];
  return names
    .map((name) => {
      const own = rows.filter((row) => row.class === name);
      const places = own.flatMap((row) => row.places).filter(([, store]) => store !== "");
      return {
        class: name,
        count: own.reduce((sum, row) => sum + row.rows, 0),
        stores: new Set(places.map((place) => place.join("\n"))).size,
        money: own.flatMap(({ amount, currency }) => (currency === "" ? [] : [{ amount, currency }])),
      };
    })
    .sort((a, b) => b.count - a.count || (a.class < b.class ? -1 : 1));
}

function buildParts(row: RankedRow, ageSeconds: number | null, assumptions: MetricAssumptions): SeverityPart[] {
  const find = (name: string) => assumptions.find(name, "")?.low ?? 0;
  const weights = ["money", "compliance", "partner", "age"].map((name) => find(`severity_weight_${name}`));
  const total = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    1e-9,
  );
  const part = (
    index: number,
    of: { id: SeverityPartName; title: string; points: number; value: number | null; full: number; unit: string },
  ): SeverityPart => ({ ...of, most: (100 * (weights[index] ?? 0)) / total });
  const [money, compliance, partner] = [Number(row.amount), row.compliance, row.partnerImpact];
  return [
    part(0, {
      ...{ id: "MONEY", title: "Money", points: row.severity_money_points_shown, unit: "money" },
      ...{ value: row.currency === "" ? null : money, full: find("severity_full_money") },
    }),
    part(1, {
      ...{ id: "COMPLIANCE", title: "Compliance", points: row.severity_compliance_points_shown, unit: "ratio" },
      ...{ value: compliance, full: 1 },
    }),
    part(2, {
      ...{ id: "PARTNER", title: "Impact on partners", points: row.severity_partner_points_shown, unit: "ratio" },
      ...{ value: partner, full: 1 },
    }),
    part(3, {
      ...{ id: "AGE", title: "Age", points: row.severity_age_points_shown, unit: "seconds" },
      ...{ value: ageSeconds, full: find("severity_full_age") },
    }),
  ];
}
