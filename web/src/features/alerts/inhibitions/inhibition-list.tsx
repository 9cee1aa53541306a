import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import contacts from "../contacts/contacts.module.css";
import { MatcherList } from "../matchers/matcher-list.js";
import classes from "./inhibitions.module.css";
import type { Inhibition } from "./inhibitions-query.js";

interface InhibitionListProps {
  readonly inhibitions: readonly Inhibition[];
  readonly open: string | undefined;
  readonly mayChange: boolean;
  readonly onEdit: (inhibition: Inhibition) => void;
  readonly onDelete: (inhibition: Inhibition) => void;
}

/** InhibitionList lists what people set up: what mutes what, how much now, by whom, and what can be done about it. */
export function InhibitionList(props: InhibitionListProps): ReactNode {
  return (
    <ul className={classes.inhibitions}>
      {props.inhibitions.map((inhibition) => (
        <Item key={inhibition.id} {...props} inhibition={inhibition} />
      ))}
    </ul>
  );
}

function Item(props: InhibitionListProps & { inhibition: Inhibition }): ReactNode {
  const { inhibition } = props;
  const { timeZone } = useWorkspace();
  const now = useNow(60_000);
  const { title, source, target, equal, mutedCount } = inhibition;
  const at = new Date(inhibition.changedAt);
  return (
    <li data-open={props.open === inhibition.id ? "" : undefined}>
      <div className={classes.head}>
        <strong>{title}</strong>
        <small>
          {mutedCount === 0 ? "mutes nothing now" : `mutes ${formatCount(mutedCount)} now`} · by{" "}
          {inhibition.createdByName},{" "}
          <span data-tip={formatInstantExact(at, timeZone)}>{formatInstant(at, timeZone, now)}</span>
        </small>
      </div>
      <dl className={classes.sides}>
        <dt>While this fires</dt>
        <dd>
          <MatcherList matchers={source} />
        </dd>
        <dt>this is not told</dt>
        <dd>
          <MatcherList matchers={target} />
        </dd>
        <dt>of the same</dt>
        <dd>{equal.length === 0 ? "client (always)" : [...new Set(["client", ...equal])].join(", ")}</dd>
      </dl>
      {props.mayChange ? (
        <div className={contacts.deeds}>
          <button type="button" onClick={() => props.onEdit(inhibition)}>
            Change<span className="visually-hidden"> {title}</span>
          </button>
          <button type="button" onClick={() => props.onDelete(inhibition)}>
            Delete<span className="visually-hidden"> {title}</span>
          </button>
        </div>
      ) : null}
    </li>
  );
}
