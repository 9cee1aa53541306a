import { findInhibitor, findSilentSource, type FiringAlert } from "./find-inhibitor.js";

const ANYWHERE = { client: "", channel: "", store: "", partner: "" };
const alert = (incident: string, given: Partial<FiringAlert> = {}): FiringAlert => ({
  ...{ incident, ruleId: "late", ruleKind: "threshold", severity: "warning", labels: {} },
  place: { ...ANYWHERE, client: "c", store: "s" },
  ...given,
});
const target = alert("target");
const mutes = (source: Partial<FiringAlert>, of = target) => findInhibitor(of, [alert("source", source)]) !== undefined;

it.each([
  ["graver", { severity: "critical" }, true],
  ["equally grave", {}, false],
  ["lighter", { severity: "info" }, false],
  ["graver of another rule", { severity: "critical", ruleId: "other" }, false],
  ["graver of another store", { severity: "critical", place: { ...ANYWHERE, client: "c", store: "t" } }, false],
  ["graver of another label", { severity: "critical", labels: { workflow: "w" } }, false],
  ["wider: the client", { place: { ...ANYWHERE, client: "c" } }, true],
  ["wider: the tenant", { place: ANYWHERE }, true],
  ["wider but lighter", { place: ANYWHERE, severity: "info" }, false],
  ["wider of another client", { place: { ...ANYWHERE, client: "d" } }, false],
] as [string, Partial<FiringAlert>, boolean][])("%s mutes: %p", (_, source, expected) =>
  expect(mutes(source)).toBe(expected),
);

it.each([
  ["page-fast", "page-slow", true],
  ["page-slow", "ticket", true],
  ["page-slow", "page-fast", false],
  ["ticket", "ticket", false],
])("tier %s mutes %s: %p", (source, other, expected) =>
  expect(mutes({ labels: { tier: source } }, alert("target", { labels: { tier: other } }))).toBe(expected),
);

it("knows no circles and mutes nothing by itself", () => {
  const all = ["critical", "warning", "info"].flatMap((severity) =>
    [ANYWHERE, { ...ANYWHERE, client: "c" }, { ...ANYWHERE, client: "c", store: "s" }].map((place, index) =>
      alert(`${severity}${index}`, { severity: severity as FiringAlert["severity"], place }),
    ),
  );
  for (const one of all)
    for (const other of all)
      expect([findInhibitor(one, [other]), findInhibitor(other, [one])].filter(Boolean).length).toBeLessThan(2);
  expect(findInhibitor(target, [target])).toBeUndefined();
});

it("explains missing data by a source that is silent", () => {
  const silent = alert("source", { ruleId: "fresh", ruleKind: "freshness", labels: { source: "pos" } });
  expect(findSilentSource(alert("t", { labels: { source: "pos" } }), [silent])?.incident).toBe("source");
  expect(findSilentSource(alert("t", { labels: { source: "erp" } }), [silent])).toBeUndefined();
  expect(findSilentSource(alert("t", { place: { ...ANYWHERE, client: "d" } }), [silent])).toBeUndefined();
});
