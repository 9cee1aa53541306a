import type { Registry } from "../../../registry/registry-query.js";
import type { LabelChoice, RuleTitle } from "./label-choices-query.js";
import type { Matcher } from "./matcher.js";

/** LabelValue is a value of a label with what people call it. */
export interface LabelValue {
  readonly value: string;
  readonly words: string;
}

/** LabelSources are where values come from. */
export interface LabelSources {
  readonly registry: Pick<Registry, "clients" | "stores" | "channels" | "partners">;
  readonly rules: readonly RuleTitle[];
  readonly labels: readonly LabelChoice[];
}

/** Every alert can have these, whatever fires now. */
const ALWAYS = ["rule", "severity", "client", "store", "channel", "partner"] as const;
const MAX_VALUES = 300;

/** listLabelNames lists the labels to choose from: those every alert can have first, then what fires now has. */
export function listLabelNames(labels: readonly LabelChoice[]): readonly string[] {
  return [...new Set([...ALWAYS, ...labels.map(({ name }) => name)])];
}

/** listLabelValues lists the values of a label; places are those of the client that another matcher names. */
export function listLabelValues(
  label: string,
  { registry, rules, labels }: LabelSources,
  matchers: readonly Matcher[],
): readonly LabelValue[] {
  const client = matchers.find((each) => each.label === "client" && each.op === "=")?.value;
  const ofClient = (items: readonly { id: string; client: string; title: string }[]): readonly LabelValue[] =>
    items
      .filter((item) => client === undefined || client === "" || item.client === client)
      .map(({ id, title }) => ({ value: id, words: title }));
  const known: Readonly<Record<string, () => readonly LabelValue[]>> = {
    rule: () => rules.map(({ id, title }) => ({ value: id, words: title })),
    severity: () => ["critical", "warning", "info"].map((value) => ({ value, words: "" })),
    client: () => registry.clients.map(({ id, title }) => ({ value: id, words: title })),
    store: () => ofClient(registry.stores),
    channel: () => ofClient(registry.channels),
    partner: () => ofClient(registry.partners),
  };
  const seen = labels.find(({ name }) => name === label)?.values ?? [];
  const values = known[label]?.() ?? seen.map((value) => ({ value, words: "" }));
  const unique = new Map(values.map((each) => [each.value, each]));
  return [...unique.values()].slice(0, MAX_VALUES);
}
