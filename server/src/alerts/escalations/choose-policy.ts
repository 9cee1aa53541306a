import { z } from "zod";
import { buildMatchLabels, type AudienceSubject } from "../audience/choose-audience.js";
import { matchesAll } from "../mute/label-matcher.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import type { EscalationPolicyRow } from "./escalation-policy.repository.js";

/** PolicyAim is what decides which incidents a policy is for. */
export type PolicyAim = Pick<EscalationPolicyRow, "id" | "client" | "matchers"> & {
  readonly severities: readonly string[];
};

/** choosePolicy returns the policy of an incident: of its client before any, then the one that says most precisely what it is for, then by id. */
export function choosePolicy<Policy extends PolicyAim>(
  policies: readonly Policy[],
  subject: AudienceSubject,
): Policy | undefined {
  const labels = buildMatchLabels(subject);
  return policies
    .filter(({ client, severities, matchers }) => {
      const read = z.array(matcherSchema).safeParse(matchers);
      const isHere = client === "" || client === subject.place.client;
      return isHere && severities.includes(subject.severity) && read.success && matchesAll(read.data, labels);
    })
    .sort(
      (left, right) =>
        Number(right.client !== "") - Number(left.client !== "") ||
        right.matchers.length - left.matchers.length ||
        (left.id < right.id ? -1 : 1),
    )[0];
}
