import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { ContactMode } from "../../../graphql/operations.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { CONTACT_KINDS, findContactKind } from "./contact-kinds.js";
import { contactsQuery, createContact } from "./contacts-query.js";

/** ContactForm asks where messages are to go; `onDone` gets the new contact with the secret that was made for it. */
export function ContactForm(props: {
  onClose: () => void;
  onDone: (made: { id: string; secret: string | null; title: string }) => void;
}): ReactNode {
  const { me } = useWorkspace();
  const queries = useQueryClient();
  const [kind, setKind] = useState(CONTACT_KINDS[0]?.kind ?? "EMAIL");
  const [title, setTitle] = useState("");
  const [address, setAddress] = useState("");
  const [routingKey, setRoutingKey] = useState("");
  const [mode, setMode] = useState<ContactMode | "">("");
  const [isFallback, setFallback] = useState(false);
  const words = findContactKind(kind);
  const make = useMutation({
    mutationFn: () =>
      createContact({
        ...{ kind, title, isFallback, mode: mode === "" ? null : mode },
        address: words.address === null ? null : address.trim(),
        routingKey: words.address === null ? routingKey.trim() : null,
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
      props.onDone({ ...made, title });
    },
  });
  return (
    <FormDialog
      title="New contact"
      submitWords="Add the contact"
      isBusy={make.isPending}
      fault={make.error?.message ?? ""}
      isReady={title.trim() !== "" && (words.address === null ? routingKey : address).trim() !== ""}
      onSubmit={() => make.mutate()}
      onClose={props.onClose}
    >
      <div className={dialog.row} role="group" aria-label="Kind of contact">
        {CONTACT_KINDS.map((each) => (
          <button
            key={each.kind}
            type="button"
            className={dialog.small}
            aria-pressed={each.kind === kind}
            onClick={() => {
              setKind(each.kind);
              setMode("");
            }}
          >
            {each.title}
          </button>
        ))}
      </div>
      <p className={dialog.note}>{words.help}</p>
      <label className={dialog.field}>
        What people call it
        <input
          required
          maxLength={80}
          value={title}
          placeholder="Operations on call"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      {words.address === null ? (
        <label className={dialog.field}>
          Integration key
          <input
            required
            autoComplete="off"
            spellCheck={false}
            value={routingKey}
            placeholder="32 letters and digits"
            onChange={(event) => setRoutingKey(event.currentTarget.value)}
          />
        </label>
      ) : (
        <label className={dialog.field}>
          {words.address}
          <input
            required
            type={words.type}
            autoComplete="off"
            spellCheck={false}
            value={address}
            placeholder={words.placeholder}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
      )}
      {kind === "PAGERDUTY" ? null : (
        <label className={dialog.field}>
          How it is told
          <select value={mode} onChange={(event) => setMode(readMode(event.currentTarget.value))}>
            <option value="">
              {words.isGrouped ? "Put together, as is usual" : "Each change at once, as is usual"}
            </option>
            {words.isGrouped ? (
              <option value="EVENT">Each change at once</option>
            ) : (
              <option value="GROUPED">Put together</option>
            )}
          </select>
        </label>
      )}
      {me.role === "ADMINISTRATOR" ? (
        <label className={dialog.check}>
          <input type="checkbox" checked={isFallback} onChange={(event) => setFallback(event.currentTarget.checked)} />
          Fallback: tell it what is critical and reached nobody else
        </label>
      ) : null}
      <p className={dialog.help}>
        {kind === "EMAIL" ? "" : "The address is kept encrypted and never shown again, only its host. "}A contact hears
        nothing until it has a subscription.
      </p>
    </FormDialog>
  );
}

function readMode(value: string): ContactMode | "" {
  return value === "EVENT" || value === "GROUPED" ? value : "";
}
