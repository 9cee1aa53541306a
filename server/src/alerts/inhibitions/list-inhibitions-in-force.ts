import type { Postgres } from "@watchfloor/sql";
import type { RegionOf } from "../audience/alert-place.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { findMutingSource } from "./find-muting-source.js";
import { InhibitionRepository } from "./inhibition.repository.js";
import { readInhibition } from "./read-inhibition.js";

/** FindCustomInhibitor returns the firing alert that mutes another one by what people set up; undefined = none does. */
export type FindCustomInhibitor = (target: FiringAlert, firing: readonly FiringAlert[]) => FiringAlert | undefined;

/** listInhibitionsInForce reads the inhibitions of a tenant and returns how to ask them. */
export async function listInhibitionsInForce(
  postgres: Postgres,
  { tenant, regionOf }: { readonly tenant: string; readonly regionOf: RegionOf },
): Promise<FindCustomInhibitor> {
  const read = (await new InhibitionRepository(postgres).list(tenant)).flatMap((row) => readInhibition(row) ?? []);
  return (target, firing) => {
    for (const each of read) {
      const source = findMutingSource(each, target, { firing, regionOf });
      if (source !== undefined) return source;
    }
    return undefined;
  };
}
