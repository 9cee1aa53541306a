import type { ScopeLimits } from "../../scope/scope.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { isInhibited } from "../mute/inhibit-rule.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import { findMutingSource } from "./find-muting-source.js";

const ALL: ScopeLimits = { clients: null, regions: null, stores: null, channels: null, partners: null };
const alert = (
  rule: string,
  labels: Readonly<Record<string, string>>,
  given: Partial<FiringAlert> = {},
): FiringAlert => ({
  ...{ incident: rule, ruleId: rule, ruleKind: "threshold", severity: "critical", labels },
  place: { client: "c1", channel: "", store: "", partner: "" },
  ...given,
});
const inhibition = {
  source: [parseLabelMatcher('rule="erp-down"')],
  target: [parseLabelMatcher('rule="orders-late"')],
  equal: ["system"],
  limits: ALL,
};
const mutes = (source: FiringAlert, target: FiringAlert, limits = ALL) =>
  findMutingSource({ ...inhibition, limits }, target, { firing: [source], regionOf: () => "" }) !== undefined;

it.each<[string, Record<string, string>, Record<string, string>, boolean]>([
  ["the same on both sides", { system: "erp" }, { system: "erp" }, true],
  ["other on one side", { system: "erp" }, { system: "pos" }, false],
  ["missing on the side of the source", {}, { system: "erp" }, false],
  ["missing on the side of the target", { system: "erp" }, {}, false],
  ["missing on both sides", {}, {}, true],
  ["missing on one side, empty on the other", { system: "" }, {}, true],
])("M10: a label that must be equal and is %s", (_, source, target, expected) => {
  expect(mutes(alert("erp-down", source), alert("orders-late", target))).toBe(expected);
  const rule = { ...inhibition, source: [parseLabelMatcher("is=source")], target: [parseLabelMatcher("is=target")] };
  expect(isInhibited([rule], { is: "target", ...target }, [{ is: "source", ...source }])).toBe(expected);
});

it("M7: nothing of another client or tenant mutes, and nothing lighter", () => {
  const target = alert("orders-late", {});
  const of = (client: string) => ({ place: { client, channel: "", store: "", partner: "" } });
  expect(mutes(alert("erp-down", {}, of("c2")), target)).toBe(false);
  expect(mutes(alert("erp-down", {}, of("")), target)).toBe(true);
  expect(mutes(alert("erp-down", {}, { severity: "warning" }), target)).toBe(false);
  const rule = { source: [parseLabelMatcher("is=source")], target: [parseLabelMatcher("is=target")], equal: [] };
  const firing = [{ is: "source", tenant: "t2" }];
  expect(isInhibited([rule], { is: "target", tenant: "t1" }, firing)).toBe(false);
});

it("reaches no further than whoever made it", () => {
  const limits = { ...ALL, clients: ["c2"] };
  expect(mutes(alert("erp-down", {}), alert("orders-late", {}), limits)).toBe(false);
});
