import type { StoredCorrection } from "@watchfloor/sql";
import { expandCorrection } from "../../sla/corrections/expand-correction.js";
import type { Annotation } from "./annotation.js";

/** listCorrections gives the approved corrections that hold in a range, each time of one that recurs. */
export function listCorrections(
  corrections: readonly StoredCorrection[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Annotation[] {
  const range = { fromMs: from.getTime(), toMs: to.getTime() };
  return corrections
    .filter(({ approvedAt, revokedAt }) => approvedAt !== null && revokedAt === null)
    .flatMap((correction) =>
      expandCorrection(correction, range).map(({ fromMs, toMs }) => ({
        ...{ kind: "CORRECTION" as const, at: new Date(fromMs), until: new Date(toMs), title: correction.reason },
        ...{ client: correction.client || null, workflow: correction.workflow || null, id: correction.id },
      })),
    );
}
