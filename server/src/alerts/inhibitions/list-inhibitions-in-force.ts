import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { buildMatchLabels } from "../audience/choose-audience.js";
import { readLimits } from "../audience/read-limits.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { matchesAll } from "../mute/label-matcher.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import { InhibitionRepository, type InhibitionRow } from "./inhibition.repository.js";

/** FindCustomInhibitor returns the firing alert that mutes another one by what people set up; undefined = none does. */
export type FindCustomInhibitor = (target: FiringAlert, firing: readonly FiringAlert[]) => FiringAlert | undefined;

const RANK = { critical: 3, warning: 2, info: 1 } as const;
const matchers = z.array(matcherSchema).min(1);

/**
 * listInhibitionsInForce reads the inhibitions of a tenant and returns how to ask them. A source is never lighter than its target, of another
 * rule, and of the same client or of all; both lie within what whoever made the inhibition could see.
 */
export async function listInhibitionsInForce(
  postgres: Postgres,
  { tenant, regionOf }: { readonly tenant: string; readonly regionOf: RegionOf },
): Promise<FindCustomInhibitor> {
  const read = (await new InhibitionRepository(postgres).list(tenant)).flatMap(readInhibition);
  return (target, firing) => {
    const labels = buildMatchLabels(target);
    const mine = read.filter(
      (each) => coversPlace(each.limits, target.place, regionOf) && matchesAll(each.target, labels),
    );
    if (mine.length === 0) return undefined;
    return firing.find((source) => {
      if (!mayMute(source, target)) return false;
      const of = buildMatchLabels(source);
      return mine.some(
        (each) =>
          coversPlace(each.limits, source.place, regionOf) &&
          matchesAll(each.source, of) &&
          each.equal.every((label) => (of[label] ?? "") === (labels[label] ?? "")),
      );
    });
  };
}

function mayMute(source: FiringAlert, target: FiringAlert): boolean {
  const isSameClient = source.place.client === "" || source.place.client === target.place.client;
  return source.ruleId !== target.ruleId && isSameClient && RANK[source.severity] >= RANK[target.severity];
}

function readInhibition(row: InhibitionRow) {
  const [source, target] = [matchers.safeParse(row.source), matchers.safeParse(row.target)];
  const limits = readLimits(row.limits);
  if (!source.success || !target.success || limits === undefined) return [];
  return [{ source: source.data, target: target.data, equal: row.equal, limits }];
}
