import { choosePolicy } from "./choose-policy.js";
import type { EscalationPolicyRow } from "./escalation-policy.repository.js";

const policy = (id: string, given: Partial<EscalationPolicyRow> = {}): EscalationPolicyRow => ({
  ...{ tenant: "t", id, version: 1, title: id, client: "", severities: ["critical"], matchers: [], isDeleted: false },
  ...{ steps: [], loops: 0, createdBy: "p", createdAt: new Date(0), ...given },
});
const matcher = { label: "system", op: "=", value: "erp" };
const subject = {
  ...{ ruleId: "late", severity: "critical" as const, labels: { system: "erp" } },
  place: { client: "c1", channel: "", store: "", partner: "" },
};
const choose = (...policies: EscalationPolicyRow[]) => choosePolicy(policies, subject)?.id;

it.each([
  ["none", [], undefined],
  ["any client", [policy("a")], "a"],
  ["its client before any", [policy("a"), policy("b", { client: "c1" })], "b"],
  ["never another client", [policy("b", { client: "c2" })], undefined],
  ["what is more precise", [policy("a"), policy("b", { matchers: [matcher] })], "b"],
  [
    "its client before what is more precise",
    [policy("a", { client: "c1" }), policy("b", { matchers: [matcher] })],
    "a",
  ],
  ["not what it does not match", [policy("b", { matchers: [{ ...matcher, value: "pos" }] })], undefined],
  ["not other severities", [policy("b", { severities: ["warning"] })], undefined],
  ["not what cannot be understood", [policy("b", { matchers: [{ label: "x" }] })], undefined],
  ["by id of equals", [policy("b"), policy("a")], "a"],
] as [string, EscalationPolicyRow[], string | undefined][])("%s", (_, policies, expected) =>
  expect(choose(...policies)).toBe(expected),
);
