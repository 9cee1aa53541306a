import type { SlaPolicyVersion } from "@watchfloor/sql";
import { listDimensions, measureSpecificity, type PlaceDimension } from "./place.js";
import { buildPolicyPhases, type PolicyPhase } from "./build-policy-phases.js";

/** PolicyRung is the policies of one kind of place, such as "of a workflow of a client". */
export interface PolicyRung {
  readonly dimensions: readonly PlaceDimension[];
  readonly keys: readonly PolicyKey[];
}

/** PolicyKey is the policies of one place: which one decides about runs that start at or after `fromMs`; undefined = none. */
export interface PolicyKey {
  /** In the order of the dimensions of the rung. */
  readonly values: readonly string[];
  readonly steps: readonly { readonly fromMs: number; readonly policy: SlaPolicyVersion | undefined }[];
}

/**
 * buildPolicyLadder sorts all versions of all policies into rungs, the most specific first. The policy of a run is that of the first rung
 * that has one in force at its start; of several for one place the one with the newest effective date, then the first by id.
 */
export function buildPolicyLadder(versions: readonly SlaPolicyVersion[]): PolicyRung[] {
  const byId = groupBy(versions, ({ id }) => id);
  const phases = [...byId.values()].flatMap((each) => buildPolicyPhases(each));
  const rungs = groupBy(phases, ({ policy }) => String(measureSpecificity(policy)));
  return [...rungs].sort(([left], [right]) => Number(right) - Number(left)).map(([, ofRung]) => buildRung(ofRung));
}

/** choosePolicy returns the policy in force for a run at a place that starts at an instant; undefined = none. */
export function choosePolicy(
  ladder: readonly PolicyRung[],
  place: Readonly<Record<PlaceDimension, string>>,
  startedMs: number,
): SlaPolicyVersion | undefined {
  for (const { dimensions, keys } of ladder) {
    const key = keys.find(({ values }) =>
      values.every((value, index) => value === place[dimensions[index] ?? "client"]),
    );
    const policy = key?.steps.findLast(({ fromMs }) => fromMs <= startedMs)?.policy;
    if (policy !== undefined) return policy;
  }
  return undefined;
}

function buildRung(phases: readonly PolicyPhase[]): PolicyRung {
  const [first] = phases;
  const dimensions = first === undefined ? [] : listDimensions(first.policy);
  const readValues = ({ policy }: PolicyPhase) => dimensions.map((dimension) => policy[dimension]);
  const keys = groupBy(phases, (phase) => JSON.stringify(readValues(phase)));
  return {
    dimensions,
    keys: [...keys].map(([values, ofKey]) => ({ values: JSON.parse(values), steps: buildSteps(ofKey) })),
  };
}

function buildSteps(phases: readonly PolicyPhase[]): PolicyKey["steps"] {
  const edges = [...new Set(phases.flatMap(({ fromMs, toMs }) => (toMs === Infinity ? [fromMs] : [fromMs, toMs])))];
  return edges
    .sort((left, right) => left - right)
    .map((edge) => {
      const inForce = phases.filter(({ fromMs, toMs }) => fromMs <= edge && edge < toMs);
      inForce.sort((left, right) => right.fromMs - left.fromMs || (left.policy.id < right.policy.id ? -1 : 1));
      return { fromMs: edge, policy: inForce[0]?.policy };
    });
}

function groupBy<T>(all: readonly T[], read: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(read(each), [...(groups.get(read(each)) ?? []), each]);
  return groups;
}
