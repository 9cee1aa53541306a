import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { formatInstantInText } from "../../../format/format-instant.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { DeleteDialog } from "../delete-dialog.js";
import { ruleTitlesQuery } from "../matchers/label-choices-query.js";
import { MatcherList } from "../matchers/matcher-list.js";
import { contactsQuery, deleteSubscription, type Contact, type Subscription } from "./contacts-query.js";
import classes from "./contacts.module.css";
import { describePlace, describeQuietHours, describeSeverities, describeTimes } from "./describe-subscription.js";

interface SubscriptionListProps {
  readonly contact: Contact;
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
  readonly onSubscribe: (subscription: string) => void;
}

/** SubscriptionList says what a contact is told about, in words. */
export function SubscriptionList(props: SubscriptionListProps): ReactNode {
  const { names } = useWorkspace();
  const [ending, setEnding] = useState<Subscription | null>(null);
  if (props.subscriptions.length === 0)
    return <p className={classes.quiet}>Nothing is told here yet: subscribe it to a client, a store, or everything.</p>;
  return (
    <>
      <ul className={classes.subscriptions}>
        {props.subscriptions.map((subscription) => (
          <Item key={subscription.id} {...props} subscription={subscription} onEnd={() => setEnding(subscription)} />
        ))}
      </ul>
      {ending === null ? null : (
        <DeleteDialog
          title="End this subscription?"
          words={`"${props.contact.title}" is told nothing new about ${describePlace(ending, names)}. What it was told began, it is told ends.`}
          of={contactsQuery.queryKey}
          onDelete={() => deleteSubscription(ending.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}

function Item(props: SubscriptionListProps & { subscription: Subscription; onEnd: () => void }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const { subscription, contact, now } = props;
  const rules = useQuery(ruleTitlesQuery).data ?? [];
  const title = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id;
  const { pausedUntil } = subscription;
  return (
    <li className={classes.subscription}>
      <div>
        <strong>{describePlace(subscription, names)}</strong>, {describeSeverities(subscription.severities)},{" "}
        {subscription.rules === null ? "all rules" : subscription.rules.map(title).join("; ")}
      </div>
      {subscription.matchers.length === 0 ? null : <MatcherList matchers={subscription.matchers} />}
      {pausedUntil !== null && new Date(pausedUntil) > now ? (
        <p>Paused by its reader until {formatInstantInText(new Date(pausedUntil), timeZone)}.</p>
      ) : null}
      <small>
        {contact.mode === "GROUPED"
          ? `${describeTimes(subscription)} · ${describeQuietHours(subscription)}`
          : "each change at once"}
        {subscription.groupBy.length === 0 ? "" : ` · apart by ${subscription.groupBy.join(", ")}`}
      </small>
      {contact.isEditable ? (
        <div className={classes.deeds}>
          <button type="button" onClick={() => props.onSubscribe(subscription.id)}>
            Change
          </button>
          <button type="button" onClick={props.onEnd}>
            End
          </button>
        </div>
      ) : null}
    </li>
  );
}
