import { renderAlertValue } from "./render-alert-value.js";
import type { IncidentSearch } from "./incident-search.js";
import type { WatchedRule } from "./incidents-query.js";
import type { ScopeFilterInput } from "../../../graphql/operations.js";
import type { AlertSeverity } from "../severity-mark.js";

/** PendingRow is a rule for one group that is about to fire, or fires and is about to be over. */
export interface PendingRow {
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: AlertSeverity;
  readonly isRecovering: boolean;
  /** hasNoData says that it could not be seen at its last evaluation, so that it stays where it is. */
  readonly hasNoData: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
  readonly since: string | null;
}

const ranks: Readonly<Record<AlertSeverity, number>> = { CRITICAL: 0, WARNING: 1, INFO: 2 };
const limits = {
  clients: "client",
  regions: "region",
  stores: "store",
  channels: "channel",
  partners: "partner",
  workflows: "workflow",
  sources: "source",
} as const;

/** listPending lists what is pending or recovering within the filters of a list, the most severe first, then the longest. */
export function listPending(
  rules: readonly WatchedRule[],
  search: IncidentSearch,
  {
    scope,
    regionOf,
  }: { readonly scope: ScopeFilterInput; readonly regionOf: (client: string, store: string) => string },
): readonly PendingRow[] {
  const words = (search.find ?? "").toLowerCase().split(/\s+/);
  return rules
    .filter(({ id }) => search.rule === undefined || search.rule === id)
    .flatMap(({ id, title, unit, instances }) =>
      instances.flatMap(({ labels: listed, severity, state, health, activeAt, value }): PendingRow[] => {
        const labels = Object.fromEntries(listed.map((label) => [label.name, label.value]));
        const text = `${id} ${title} ${Object.values(labels).join(" ")}`.toLowerCase();
        const isWanted =
          (state === "pending" || state === "recovering") &&
          (search.severity === undefined || search.severity === severity.toLowerCase()) &&
          words.every((word) => text.includes(word)) &&
          isWithin({ ...labels, region: regionOf(labels["client"] ?? "", labels["store"] ?? "") }, scope);
        const shown = renderAlertValue({ value, unit, currency: labels["currency"] ?? null });
        const key = `${id} ${JSON.stringify(listed)}`;
        const facts = { isRecovering: state === "recovering", hasNoData: health !== "ok", since: activeAt };
        return isWanted ? [{ key, rule: id, title, severity, labels, value: shown, ...facts }] : [];
      }),
    )
    .sort((a, b) => ranks[a.severity] - ranks[b.severity] || (a.since ?? "").localeCompare(b.since ?? ""));
}

function isWithin(labels: Readonly<Record<string, string>>, scope: ScopeFilterInput): boolean {
  return Object.entries(limits).every(([name, label]) => {
    const asked = scope[name as keyof typeof limits];
    const id = labels[label] ?? "";
    return asked == null || (id !== "" && (asked.includes(id) || asked.includes(`${labels["client"] ?? ""}/${id}`)));
  });
}
