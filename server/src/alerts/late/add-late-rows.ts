import type { AlertRule } from "@watchfloor/dashboards";
import type { LateClock, LateCount } from "./late-rows.repository.js";

/** listLateClocks lists the ways in which rules are evaluated, each once. */
export function listLateClocks(rules: readonly AlertRule[]): LateClock[] {
  const clocks = new Map(
    rules.map(({ intervalSeconds, delaySeconds }) => [
      `${intervalSeconds} ${delaySeconds}`,
      { intervalSeconds, delaySeconds },
    ]),
  );
  return [...clocks.values()];
}

/**
 * addLateRows adds what came too late to the counts of the rules that look at it, by the clients and sources they are filtered by; rules that
 * are gone are left out. NOTE: other filters are not looked at, so of a rule of one store the rows of its source count.
 */
export function addLateRows(
  before: Readonly<Record<string, number>>,
  rules: readonly AlertRule[],
  { clocks, counts }: { readonly clocks: readonly LateClock[]; readonly counts: readonly LateCount[] },
): Record<string, number> {
  return Object.fromEntries(
    rules.map((rule) => {
      const { id, intervalSeconds, delaySeconds, filter } = rule;
      const clock = clocks.findIndex(
        (each) => each.intervalSeconds === intervalSeconds && each.delaySeconds === delaySeconds,
      );
      const mine = counts.filter(
        ({ client, source }) =>
          (filter.clients?.includes(client) ?? true) && (filter.sources?.includes(source) ?? true),
      );
      return [id, (before[id] ?? 0) + mine.reduce((sum, { late }) => sum + (late[clock] ?? 0), 0)];
    }),
  );
}
