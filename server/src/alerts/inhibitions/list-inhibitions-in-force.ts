import type { Postgres } from "@watchfloor/sql";
import type { RegionOf } from "../audience/alert-place.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { findMutingSource } from "./find-muting-source.js";
import { InhibitionRepository } from "./inhibition.repository.js";
import { readInhibition } from "./read-inhibition.js";

/** FindCustomInhibitor returns the firing alert that mutes another one by what people set up; undefined = none does. */
export type FindCustomInhibitor = (target: FiringAlert, firing: readonly FiringAlert[]) => FiringAlert | undefined;

/** NO_CUSTOM_INHIBITOR is how a tenant is asked whose people set up nothing. */
export const NO_CUSTOM_INHIBITOR: FindCustomInhibitor = () => undefined;

/** listInhibitionsInForce reads the inhibitions of a tenant and returns how to ask them; `NO_CUSTOM_INHIBITOR` where there is none. */
export async function listInhibitionsInForce(
  postgres: Postgres,
  { tenant, regionOf }: { readonly tenant: string; readonly regionOf: RegionOf },
): Promise<FindCustomInhibitor> {
  const read = (await new InhibitionRepository(postgres).list(tenant)).flatMap((row) => readInhibition(row) ?? []);
  if (read.length === 0) return NO_CUSTOM_INHIBITOR;
  return (target, firing) => {
    for (const each of read) {
      const source = findMutingSource(each, target, { firing, regionOf });
      if (source !== undefined) return source;
    }
    return undefined;
  };
}
