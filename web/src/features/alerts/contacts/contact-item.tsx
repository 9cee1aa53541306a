import type { ReactNode } from "react";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { findContactKind } from "./contact-kinds.js";
import { ContactDeeds } from "./contact-deeds.js";
import type { Contact, Subscription } from "./contacts-query.js";
import classes from "./contacts.module.css";
import { describeContact } from "./describe-contact.js";
import { SubscriptionList } from "./subscription-list.js";

interface ContactItemProps {
  readonly contact: Contact;
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** onSubscribe opens the form: of a subscription, or `new`. */
  readonly onSubscribe: (subscription: string) => void;
  readonly onSecret: (secret: string) => void;
}

/** ContactItem is one contact in a line; opened, it shows what it is told about and what can be done. */
export function ContactItem(props: ContactItemProps): ReactNode {
  const { contact, subscriptions, isOpen } = props;
  const { state, words } = describeContact(contact, subscriptions, props.now);
  const count = subscriptions.length;
  return (
    <li className={classes.contact} data-open={isOpen ? "" : undefined}>
      <div className={classes.line}>
        <button
          type="button"
          className={`${table.pick} ${classes.title}`}
          aria-expanded={isOpen}
          onClick={() => props.onOpen(!isOpen)}
        >
          {contact.title}
        </button>
        <span className={classes.where}>
          {findContactKind(contact.kind).title} · {contact.hint}
        </span>
        <span className={classes.state}>
          <StateShape state={state} />
          {words}
        </span>
        <span className={classes.more}>
          {count === 0 ? "no subscription" : count === 1 ? "1 subscription" : `${count} subscriptions`} ·{" "}
          {contact.mode === "EVENT" ? "each change" : "put together"}
          {contact.isFallback ? " · fallback" : ""} · {contact.ownerName}
        </span>
      </div>
      {isOpen ? (
        <div className={classes.body}>
          {contact.trouble === null ? null : (
            <p className={classes.trouble}>
              <StateShape state={contact.isEnabled ? "late" : "none"} /> {contact.trouble}
            </p>
          )}
          <SubscriptionList {...props} />
          {contact.isEditable ? (
            <ContactDeeds contact={contact} onSecret={props.onSecret} onSubscribe={() => props.onSubscribe("new")} />
          ) : (
            <p className={classes.quiet}>Only {contact.ownerName} and administrators change this contact.</p>
          )}
        </div>
      ) : null}
    </li>
  );
}
