import { isShownByForm } from "./is-shown-by-form.js";

it.each([
  ["threshold", "levels.0.recoveryThreshold", true],
  ["threshold", "metric", true],
  ["freshness", "metric", false],
  ["readiness", "groupBy", false],
  ["burn", "objective", true],
  ["burn", "windowSeconds", false],
  ["threshold", "filter.clients.0", true],
  ["threshold", "isEnabled", false],
  ["threshold", "", false],
])("in a rule of the kind %s the form shows a fault of %j: %s", (kind, field, isShown) =>
  expect(isShownByForm(field, { kind })).toBe(isShown),
);
