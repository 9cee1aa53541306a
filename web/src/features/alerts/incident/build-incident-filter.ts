import type { IncidentRowFragment, ScopeFilterInput } from "../../../graphql/operations.js";

/** Which list of a filter narrows to which label. */
const listOf = {
  client: "clients",
  store: "stores",
  channel: "channels",
  partner: "partners",
  workflow: "workflows",
  source: "sources",
  measure: "measures",
  change: "changes",
  step: "steps",
  brand: "brands",
  region: "regions",
  error_class: "errorClasses",
  exception_class: "exceptionClasses",
} as const satisfies Readonly<Record<string, keyof ScopeFilterInput>>;

/** buildIncidentFilter narrows figures to what an incident is about: what its rule is narrowed to, and where it is. */
export function buildIncidentFilter(
  { labels }: Pick<IncidentRowFragment, "labels">,
  ruleFilter: ScopeFilterInput,
  ruleLabels: Readonly<Record<string, unknown>>,
): ScopeFilterInput {
  const filter: ScopeFilterInput = { ...ruleFilter };
  for (const { name, value } of labels) {
    // A word that the rule adds says what it is about, and narrows no figure: its filter does.
    if (name in ruleLabels || !(name in listOf) || value === "") continue;
    filter[listOf[name as keyof typeof listOf]] = [value];
  }
  return filter;
}

/** writeSilenceMatchers writes what mutes an incident and its like: its rule and where it is. */
export function writeSilenceMatchers({ rule, labels }: Pick<IncidentRowFragment, "rule" | "labels">): string {
  const pairs = labels.filter(({ name }) =>
    ["client", "store", "channel", "partner", "workflow", "source"].includes(name),
  );
  return [{ name: "rule", value: rule }, ...pairs]
    .map(({ name, value }) => `${name}="${value.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`)
    .join(",");
}

/** chooseChartSpan is the time a chart of an incident shows: some of what was before it fired, to its end and a little further. */
export function chooseChartSpan(
  { firedAt, resolvedAt }: Pick<IncidentRowFragment, "firedAt" | "resolvedAt">,
  windowSeconds: number | null,
  now: Date,
): { readonly from: string; readonly to: string } {
  const fired = Date.parse(firedAt);
  const end = resolvedAt === null ? now.getTime() : Date.parse(resolvedAt);
  const lead = Math.max(6 * 3_600_000, (end - fired) / 2, 3 * 1000 * (windowSeconds ?? 0));
  const last = resolvedAt === null ? end : Math.min(now.getTime(), end + lead / 3);
  // Whole minutes, so that the question is the same one for a while.
  const write = (at: number): string => new Date(Math.ceil(at / 60_000) * 60_000).toISOString();
  return { from: write(Math.min(fired - lead, last - 60_000)), to: write(last) };
}
