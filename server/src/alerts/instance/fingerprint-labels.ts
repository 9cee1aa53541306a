import { createHash } from "node:crypto";

/** Labels name an instance within its rule. */
export type Labels = Readonly<Record<string, string>>;

/** A back-test asks for the same labels at thousands of slots; labels are never changed. */
const KNOWN = new WeakMap<Labels, string>();

/** fingerprintLabels is the identity of a group of labels: the same for any order of them, and for a label that is empty or not there. */
export function fingerprintLabels(labels: Labels): string {
  const known = KNOWN.get(labels);
  if (known !== undefined) return known;
  const pairs = Object.entries(labels)
    .filter(([, value]) => value !== "")
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const fingerprint = createHash("sha256").update(JSON.stringify(pairs)).digest("hex");
  KNOWN.set(labels, fingerprint);
  return fingerprint;
}
