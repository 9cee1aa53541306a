import type { Audience } from "../audience/audience.service.js";
import type { Notice } from "../channels/notice.js";
import type { Disposition } from "../planning/disposition-words.js";
import { choosePermitted } from "./choose-permitted.js";

/** LeftOut is incidents that a message was to tell and did not, each list with how that ended. */
export type LeftOut = readonly (readonly [disposition: Disposition, incidents: readonly string[]])[];

/** listLeftOut compares what a message was planned to tell with what it told: what its contact may not know any more, and what was over when it was late. */
export function listLeftOut(
  audience: Audience,
  { contact, planned, told }: { readonly contact: string; readonly planned: Notice; readonly told: Notice },
): LeftOut {
  const list = (notice: Notice | undefined) => new Set((notice?.incidents ?? []).map(({ incident }) => incident));
  const [all, permitted, kept] = [list(planned), list(choosePermitted(audience, contact, planned)), list(told)];
  return [
    ["no_permission", [...all].filter((incident) => !permitted.has(incident))],
    ["superseded", [...permitted].filter((incident) => !kept.has(incident))],
  ];
}
