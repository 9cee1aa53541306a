import { formatCode } from "../../../format/format-code.js";
import type { Names } from "../../../registry/build-names.js";

/** AlertLabel is one word that tells instances of a rule apart. */
export interface AlertLabel {
  readonly name: string;
  readonly value: string;
}

const places = ["client", "region", "store", "channel", "partner", "workflow"] as const;
/** The severity stands beside its shape, and words of the rule are the same everywhere. */
const silent: ReadonlySet<string> = new Set(["severity", "system"]);

/** renderLabels says what an instance is about, the widest place first: "Northmart, Web shop"; "all of it" where a rule is not split. */
export function renderLabels(labels: readonly AlertLabel[], names: Names): string {
  const client = labels.find(({ name }) => name === "client")?.value ?? "";
  const known = places.flatMap((place) => {
    const id = labels.find(({ name }) => name === place)?.value;
    if (id === undefined || id === "") return [];
    return [place === "client" ? names.client(id) : names[place](client, id)];
  });
  const others = labels
    .filter(({ name, value }) => !places.some((place) => place === name) && !silent.has(name) && value !== "")
    .map(({ name, value }) => (name === "tier" || name === "metric" ? formatCode(value).toLowerCase() : value));
  const words = [...known, ...others];
  return words.length === 0 ? "all of it" : words.join(", ");
}
