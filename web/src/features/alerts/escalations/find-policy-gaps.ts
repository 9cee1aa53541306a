import type { Policy } from "./escalations-query.js";

/** PolicyGap is a client whose critical alerts no policy is for; partly where there is one for some of them. */
export interface PolicyGap {
  readonly client: string;
  readonly isPartly: boolean;
}

/** findPolicyGaps finds the clients of whose critical alerts some or all would wait for somebody to look: no policy would tell anybody. */
export function findPolicyGaps(
  policies: readonly Pick<Policy, "client" | "severities" | "matchers">[],
  clients: readonly string[],
): readonly PolicyGap[] {
  const critical = policies.filter(({ severities }) => severities.includes("CRITICAL"));
  return clients.flatMap((client) => {
    const mine = critical.filter((policy) => policy.client === null || policy.client === client);
    if (mine.some(({ matchers }) => matchers.length === 0)) return [];
    return [{ client, isPartly: mine.length > 0 }];
  });
}
