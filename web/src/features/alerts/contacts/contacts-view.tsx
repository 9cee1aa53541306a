import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { ContactForm } from "./contact-form.js";
import { ContactItem } from "./contact-item.js";
import { contactsQuery, type ContactsAnswer } from "./contacts-query.js";
import classes from "./contacts.module.css";
import { GapNote } from "./gap-note.js";
import { SecretNote } from "./secret-note.js";
import { SubscriptionForm } from "./subscription-form.js";

/** ContactSearch is what the address says of the page of contacts: `open` is `new` or a contact, `subscribe` is `new` or a subscription of it. */
export interface ContactSearch {
  readonly open?: string | undefined;
  readonly subscribe?: string | undefined;
}

/** ContactsView lists who is told about alerts, and about which. */
export function ContactsView(props: {
  search: ContactSearch;
  mayChange: boolean;
  onChange: (change: ContactSearch) => void;
}): ReactNode {
  const { search, mayChange, onChange } = props;
  const query = useQuery(contactsQuery);
  const [shown, setShown] = useState<{ title: string; secret: string } | null>(null);
  return (
    <>
      {shown === null ? null : <SecretNote {...shown} onClose={() => setShown(null)} />}
      <Panel title="Contacts" note={query.data === undefined ? "" : describeCount(query.data)}>
        <QueryFrame
          query={query}
          what="the contacts"
          skeleton={<SkeletonRows rows={5} height={48} />}
          isEmpty={({ alertContacts }) => alertContacts.length === 0}
          empty={
            <>
              <GapNote gaps={query.data?.alertAudienceGaps ?? []} />
              <EmptyNote title="You have no contact yet.">
                {mayChange
                  ? "Add where you want to be told: your mail, a channel of Slack or Teams, PagerDuty, or a program of yours. Then say what it is told about, and send a test."
                  : "Your role is told through contacts of others. Administrators, executives, operations and store managers can add some."}
              </EmptyNote>
            </>
          }
        >
          {(data) => (
            <>
              <GapNote gaps={data.alertAudienceGaps} />
              <Contacts {...props} data={data} onSecret={(title, secret) => setShown({ title, secret })} />
            </>
          )}
        </QueryFrame>
      </Panel>
      {search.open === "new" && mayChange ? (
        <ContactForm
          onClose={() => onChange({ open: undefined })}
          onDone={({ id, secret, title }) => {
            if (secret !== null) setShown({ title, secret });
            onChange({ open: id });
          }}
        />
      ) : null}
      <Subscribing {...props} data={query.data} />
    </>
  );
}

function describeCount({ alertContacts }: ContactsAnswer): string {
  return alertContacts.length === 1 ? "1 contact" : `${alertContacts.length} contacts`;
}

function Contacts(props: {
  data: ContactsAnswer;
  search: ContactSearch;
  onChange: (change: ContactSearch) => void;
  onSecret: (title: string, secret: string) => void;
}): ReactNode {
  const now = useNow(30_000);
  const { data, search, onChange } = props;
  return (
    <ul className={classes.contacts}>
      {data.alertContacts.map((contact) => (
        <ContactItem
          key={contact.id}
          contact={contact}
          subscriptions={data.alertSubscriptions.filter((each) => each.contact === contact.id)}
          now={now}
          isOpen={search.open === contact.id}
          onOpen={(isOpen) => onChange({ open: isOpen ? contact.id : undefined })}
          onSubscribe={(subscribe) => onChange({ open: contact.id, subscribe })}
          onSecret={(secret) => props.onSecret(contact.title, secret)}
        />
      ))}
    </ul>
  );
}

function Subscribing(props: {
  data: ContactsAnswer | undefined;
  search: ContactSearch;
  onChange: (change: ContactSearch) => void;
}): ReactNode {
  const { data, search, onChange } = props;
  const contact = data?.alertContacts.find(({ id }) => id === search.open);
  if (search.subscribe === undefined || contact?.isEditable !== true) return null;
  return (
    <SubscriptionForm
      key={search.subscribe}
      contact={contact}
      subscription={data?.alertSubscriptions.find(({ id }) => id === search.subscribe)}
      onClose={() => onChange({ subscribe: undefined })}
    />
  );
}
