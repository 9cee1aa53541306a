import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { DeleteDialog } from "../delete-dialog.js";
import {
  confirmContactAgain,
  contactsQuery,
  deleteContact,
  setContactEnabled,
  testContact,
  type Contact,
} from "./contacts-query.js";
import classes from "./contacts.module.css";
import { EditContactForm } from "./edit-contact-form.js";
import { RotateSecretForm } from "./rotate-secret-form.js";
import { TestNote } from "./test-note.js";

/** ContactDeeds is what can be done about a contact, and how its last test went. */
export function ContactDeeds(props: {
  contact: Contact;
  onSecret: (secret: string) => void;
  onSubscribe: () => void;
}): ReactNode {
  const { contact } = props;
  const { id, isEnabled, isConfirmed } = contact;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"edit" | "rotate" | "delete" | null>(null);
  const onSettled = () => queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
  const test = useMutation({ mutationFn: () => testContact(id), onSettled });
  const turn = useMutation({ mutationFn: () => setContactEnabled(id, !isEnabled), onSettled });
  const confirm = useMutation({ mutationFn: () => confirmContactAgain(id), onSettled });
  const fault = test.error ?? turn.error ?? confirm.error;
  const close = (): void => setAsked(null);
  return (
    <>
      <div className={classes.deeds}>
        <button type="button" data-main="" onClick={props.onSubscribe}>
          Subscribe
        </button>
        <button
          type="button"
          disabled={!isEnabled || !isConfirmed || test.isPending}
          data-tip={isEnabled && isConfirmed ? undefined : "Tests go to contacts that are confirmed and switched on"}
          onClick={() => test.mutate()}
        >
          Send a test
        </button>
        {isConfirmed ? null : (
          <button type="button" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
            Ask for confirmation again
          </button>
        )}
        <button type="button" disabled={turn.isPending} onClick={() => turn.mutate()}>
          {isEnabled ? "Switch off" : "Switch on"}
        </button>
        <button type="button" onClick={() => setAsked("edit")}>
          Change
        </button>
        {contact.kind === "WEBHOOK" ? (
          <button type="button" onClick={() => setAsked("rotate")}>
            New secret
          </button>
        ) : null}
        <button type="button" onClick={() => setAsked("delete")}>
          Delete
        </button>
        <Link to="/alerts/deliveries" search={{ contact: id }} className={classes.link}>
          Its deliveries
        </Link>
      </div>
      {fault === null ? null : (
        <p role="alert" className={classes.trouble}>
          {fault.message}
        </p>
      )}
      {confirm.isSuccess ? <p role="status">The mail that asks for confirmation is sent.</p> : null}
      {test.data === undefined ? null : <TestNote contact={id} delivery={test.data} />}
      {asked === "edit" ? <EditContactForm contact={contact} onClose={close} /> : null}
      {asked === "rotate" ? (
        <RotateSecretForm
          contact={contact}
          onClose={close}
          onDone={(secret) => {
            props.onSecret(secret);
            close();
          }}
        />
      ) : null}
      {asked === "delete" ? (
        <DeleteDialog
          title={`Delete "${contact.title}"?`}
          words="It is told nothing more, and its subscriptions end. What it was sent stays in the log."
          of={contactsQuery.queryKey}
          onDelete={() => deleteContact(id)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
