import type { ReactNode } from "react";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import contacts from "../contacts/contacts.module.css";
import type { Policy } from "./escalations-query.js";
import { findPolicyGaps } from "./find-policy-gaps.js";

/** PolicyGapNote says of which clients critical alerts no policy is for; nothing where there is one for all, or where others may have some that one cannot see. */
export function PolicyGapNote(props: { policies: readonly Policy[] }): ReactNode {
  const { registry, names, me } = useWorkspace();
  if (me.scope.clients !== null) return null;
  const gaps = findPolicyGaps(
    props.policies,
    registry.clients.map(({ id }) => id),
  );
  if (gaps.length === 0) return null;
  const list = (isPartly: boolean): string =>
    gaps
      .filter((gap) => gap.isPartly === isPartly)
      .map(({ client }) => names.client(client))
      .join(", ");
  const [none, some] = [list(false), list(true)];
  return (
    <div className={contacts.gaps} role="note">
      {none === "" ? null : (
        <p>
          <StateShape state="risk" />
          <span>
            <strong>No policy is for critical alerts of {none}.</strong> Whoever is subscribed is told once; if they
            miss it, nobody else is.
          </span>
        </p>
      )}
      {some === "" ? null : (
        <p>
          <StateShape state="risk" />
          <span>
            <strong>Only some critical alerts of {some} have a policy:</strong> those there name labels that others
            lack.
          </span>
        </p>
      )}
    </div>
  );
}
