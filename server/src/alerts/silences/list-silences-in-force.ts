import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { buildMatchLabels, type AudienceSubject } from "../audience/choose-audience.js";
import { readLimits } from "../audience/read-limits.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import { isSilenced, type Silence } from "../mute/silence.js";
import { SilenceRepository, type SilenceRow } from "./silence.repository.js";

const matchersSchema = z.array(matcherSchema);

/** IsSilencedAt tells whether somebody muted an incident, within what they may see. */
export type IsSilencedAt = (subject: AudienceSubject, at: number) => boolean;

/** listSilencesInForce reads the silences of a tenant that end after `now`, and returns how to ask them. */
export async function listSilencesInForce(
  postgres: Postgres,
  { tenant, now, regionOf }: { readonly tenant: string; readonly now: Date; readonly regionOf: RegionOf },
): Promise<IsSilencedAt> {
  const rows = await new SilenceRepository(postgres).list(tenant, now);
  const read = rows.flatMap(readSilence);
  return (subject, at) => {
    const mine = read.filter(({ limits }) => coversPlace(limits, subject.place, regionOf));
    return isSilenced(
      mine.map(({ silence }) => silence),
      buildMatchLabels(subject),
      at,
    );
  };
}

function readSilence(row: SilenceRow) {
  const matchers = matchersSchema.safeParse(row.matchers);
  const limits = readLimits(row.limits);
  if (!matchers.success || limits === undefined) return [];
  const silence: Silence = {
    matchers: matchers.data,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
  };
  return [{ silence, limits }];
}
