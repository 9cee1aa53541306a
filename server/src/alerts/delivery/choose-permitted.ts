import { mayKnow, type Audience } from "../audience/audience.service.js";
import type { Notice, NoticeIncident } from "../channels/notice.js";

/** choosePermitted leaves in a notice what its contact may know of at this moment; undefined = nothing of it. A test tells of nothing. */
export function choosePermitted(audience: Audience, contact: string, notice: Notice): Notice | undefined {
  if (notice.incidents.length === 0) return notice;
  const incidents = notice.incidents.filter((incident) => mayKnow(audience, contact, readPlace(incident)));
  if (incidents.length === 0) return undefined;
  // What is not listed cannot be asked about, so it is told to nobody who lost anything of it.
  return incidents.length === notice.incidents.length ? notice : { ...notice, incidents, more: 0 };
}

function readPlace({ place }: NoticeIncident) {
  const { client, channel, store, partner } = place;
  return { client: client ?? "", channel: channel ?? "", store: store ?? "", partner: partner ?? "" };
}
