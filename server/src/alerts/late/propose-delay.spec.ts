import { proposeDelay } from "./propose-delay.js";

const measured = (p995Seconds: number, given: { client?: string; source?: string; events?: number } = {}) => ({
  at: 0,
  sources: [{ client: "c1", source: "pos", events: 1_000, ...given, p995Seconds }],
});
const rule = (delaySeconds: number, filter: { clients?: string[]; sources?: string[] } = {}) => ({
  delaySeconds,
  filter,
});

it.each([
  ["nothing measured", rule(60), undefined, undefined],
  ["arrives in time", rule(60), measured(60), undefined],
  ["a moment too late", rule(60), measured(60.1), 120],
  ["sources that sync from a cloud", rule(60), measured(812), 900],
  ["longer than a rule may wait", rule(60), measured(20_000), 3_600],
  ["a rule that waits as long as it may", rule(3_600), measured(20_000), undefined],
  ["few events", rule(60), measured(812, { events: 199 }), undefined],
  ["another source", rule(60, { sources: ["erp"] }), measured(812), undefined],
  ["its source", rule(60, { sources: ["pos"] }), measured(812), 900],
  ["another client", rule(60, { clients: ["c2"] }), measured(812), undefined],
])("%s", (_name, given, delays, expected) => {
  expect(proposeDelay(given, delays)?.proposedSeconds).toBe(expected);
});

it("names the slowest source of a rule, and what was measured of it", () => {
  const both = { at: 0, sources: [...measured(400).sources, ...measured(700, { source: "erp" }).sources] };
  expect(proposeDelay(rule(60), both)).toEqual({
    ...{ client: "c1", source: "erp", measuredSeconds: 700, proposedSeconds: 900 },
  });
});
