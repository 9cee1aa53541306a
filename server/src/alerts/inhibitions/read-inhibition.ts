import { z } from "zod";
import type { ScopeLimits } from "../../scope/scope.js";
import { readLimits } from "../audience/read-limits.js";
import type { LabelMatcher } from "../mute/label-matcher.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import type { InhibitionRow } from "./inhibition.repository.js";

/** ReadInhibition is an inhibition as it decides, with how far whoever made it sees. */
export interface ReadInhibition {
  readonly source: readonly LabelMatcher[];
  readonly target: readonly LabelMatcher[];
  readonly equal: readonly string[];
  readonly limits: ScopeLimits;
}

const matchers = z.array(matcherSchema).min(1);

/** readInhibition reads an inhibition as it is kept; undefined = it cannot be understood, and mutes nothing. */
export function readInhibition(
  row: Pick<InhibitionRow, "source" | "target" | "equal" | "limits">,
): ReadInhibition | undefined {
  const [source, target] = [matchers.safeParse(row.source), matchers.safeParse(row.target)];
  const limits = readLimits(row.limits);
  if (!source.success || !target.success || limits === undefined) return undefined;
  return { source: source.data, target: target.data, equal: row.equal, limits };
}
