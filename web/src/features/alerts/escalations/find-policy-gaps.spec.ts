import type { NotificationSeverity } from "../../../graphql/operations.js";
import { findPolicyGaps } from "./find-policy-gaps.js";

const CRITICAL: NotificationSeverity[] = ["CRITICAL"];
const policy = (client: string | null, severities: NotificationSeverity[] = CRITICAL, matchers: string[] = []) => ({
  client,
  severities,
  matchers,
});

describe("clients of whose critical alerts nobody is told by a policy", () => {
  it.each([
    [
      "no policy at all",
      [],
      [
        { client: "a", isPartly: false },
        { client: "b", isPartly: false },
      ],
    ],
    ["one of any client", [policy(null)], []],
    ["one of each client", [policy("a"), policy("b")], []],
    ["one of one client", [policy("a")], [{ client: "b", isPartly: false }]],
    [
      "one of warnings",
      [policy(null, ["WARNING"])],
      [
        { client: "a", isPartly: false },
        { client: "b", isPartly: false },
      ],
    ],
    [
      "one of some alerts",
      [policy(null, CRITICAL, ['system="erp"'])],
      [
        { client: "a", isPartly: true },
        { client: "b", isPartly: true },
      ],
    ],
    ["one of some alerts beside one of all", [policy("a", CRITICAL, ['system="erp"']), policy(null)], []],
  ] as const)("%s", (_, policies, gaps) => {
    expect(findPolicyGaps(policies, ["a", "b"])).toEqual(gaps);
  });
});
