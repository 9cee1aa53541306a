import { findGroupId } from "../../metrics/find-group-id.js";
import type { Names } from "../../registry/build-names.js";
import type { State } from "../../ui/state-shape.js";
import type { CoverageAnswer } from "./coverage-query.js";
import type { CoverageBy } from "./coverage-groups.js";

/** CoverageDay is one cell of the calendar. */
export interface CoverageDay {
  readonly at: string;
  /** 0..1; null = nothing was expected or nothing is known. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly nullReason: string | null;
  readonly state: State;
}

/** CoverageRow is one row of the calendar. */
export interface CoverageRow {
  readonly key: string;
  readonly title: string;
  /** Of all its days together; null = nothing was expected. */
  readonly total: number | null;
  readonly days: readonly CoverageDay[];
}

/** shapeCoverage makes a row for each group, the least covered first, and the days they share. */
export function shapeCoverage(
  answer: CoverageAnswer,
  of: { by: CoverageBy; names: Names },
): { readonly days: readonly string[]; readonly rows: readonly CoverageRow[] } {
  const rows = answer.groups.map((group): CoverageRow => {
    const days = (group.values[0]?.series ?? []).map((point) => ({
      ...{ at: point.at, value: point.value, numerator: point.numerator, denominator: point.denominator },
      ...{ nullReason: point.nullReason, state: decideState(point.value) },
    }));
    const add = (name: "numerator" | "denominator") => days.reduce((sum, day) => sum + (day[name] ?? 0), 0);
    const expected = add("denominator");
    return {
      key: group.key.map(({ id }) => id ?? "").join("/"),
      title: renderTitle(group.key, of),
      total: expected === 0 ? null : add("numerator") / expected,
      days,
    };
  });
  const days = [...new Set(rows.flatMap((row) => row.days.map(({ at }) => at)))].sort();
  return { days, rows: rows.sort((a, b) => (a.total ?? 2) - (b.total ?? 2) || a.title.localeCompare(b.title)) };
}

function decideState(value: number | null): State {
  if (value === null || value === 0) return "none";
  if (value >= 0.98) return "ok";
  return value >= 0.9 ? "risk" : "late";
}

function renderTitle(
  key: CoverageAnswer["groups"][number]["key"],
  { by, names }: { by: CoverageBy; names: Names },
): string {
  const client = findGroupId(key, "CLIENT");
  if (by === "client") return names.client(client);
  if (by === "source") return findGroupId(key, "SOURCE");
  const store = findGroupId(key, "STORE");
  return store === "" ? `${names.client(client)}, no store` : names.store(client, store);
}
