import { fingerprintLabels } from "./fingerprint-labels.js";

const ONE = { client: "c1", store: "Zürich 東京 🛒", tier: "fast" };

it.each<[string, Record<string, string>, boolean]>([
  ["the same labels", { ...ONE }, true],
  ["in another order", { tier: "fast", store: ONE.store, client: "c1" }, true],
  ["with an empty label", { ...ONE, partner: "" }, true],
  ["with another value", { ...ONE, store: "Zurich 東京 🛒" }, false],
  ["in another case", { ...ONE, client: "C1" }, false],
  ["with a value under another name", { client: "fast", store: ONE.store, tier: "c1" }, false],
  ["with one more", { ...ONE, partner: "p1" }, false],
  ["with one less", { client: "c1", store: ONE.store }, false],
  ["with what would read alike", { client: 'c1","x', store: ONE.store, tier: "fast" }, false],
])("labels are one instance %s: %#", (_name, labels, isSame) => {
  expect(fingerprintLabels(labels) === fingerprintLabels(ONE)).toBe(isSame);
});
