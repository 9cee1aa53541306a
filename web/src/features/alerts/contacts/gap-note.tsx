import type { ReactNode } from "react";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { AudienceGap } from "./contacts-query.js";
import classes from "./contacts.module.css";

/** GapNote says of which clients critical alerts reach nobody, or not all of them somebody; nothing where all are heard. */
export function GapNote(props: { gaps: readonly AudienceGap[] }): ReactNode {
  const { names } = useWorkspace();
  const list = (isPartly: boolean): string =>
    props.gaps
      .filter((gap) => gap.isPartly === isPartly)
      .map(({ client }) => names.client(client))
      .join(", ");
  const [nobody, partly] = [list(false), list(true)];
  if (nobody === "" && partly === "") return null;
  return (
    <div className={classes.gaps} role="note">
      {nobody === "" ? null : (
        <p>
          <StateShape state="late" />
          <span>
            <strong>Nobody is told of critical alerts of {nobody}.</strong> Subscribe a contact that is confirmed and
            switched on.
          </span>
        </p>
      )}
      {partly === "" ? null : (
        <p>
          <StateShape state="risk" />
          <span>
            <strong>Some critical alerts of {partly} reach nobody:</strong> subscriptions there choose rules, labels or
            single stores, or are limited by what whoever made them may see.
          </span>
        </p>
      )}
    </div>
  );
}
