import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { changeContact, contactsQuery, type Contact } from "./contacts-query.js";

/** EditContactForm changes what a contact is called and how it is told; another address is another contact. */
export function EditContactForm(props: { contact: Contact; onClose: () => void }): ReactNode {
  const { me } = useWorkspace();
  const { contact } = props;
  const queries = useQueryClient();
  const [title, setTitle] = useState(contact.title);
  const [mode, setMode] = useState(contact.mode);
  const [isFallback, setFallback] = useState(contact.isFallback);
  const save = useMutation({
    mutationFn: () => changeContact(contact.id, { title, mode, isFallback }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={`Change "${contact.title}"`}
      submitWords="Save"
      isBusy={save.isPending}
      fault={save.error?.message ?? ""}
      isReady={title.trim() !== ""}
      onSubmit={() => save.mutate()}
      onClose={props.onClose}
    >
      <label className={dialog.field}>
        What people call it
        <input required maxLength={80} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      </label>
      {contact.kind === "PAGERDUTY" ? null : (
        <label className={dialog.field}>
          How it is told
          <select
            value={mode}
            onChange={(event) => setMode(event.currentTarget.value === "EVENT" ? "EVENT" : "GROUPED")}
          >
            <option value="GROUPED">Put together</option>
            <option value="EVENT">Each change at once</option>
          </select>
        </label>
      )}
      {me.role === "ADMINISTRATOR" ? (
        <label className={dialog.check}>
          <input type="checkbox" checked={isFallback} onChange={(event) => setFallback(event.currentTarget.checked)} />
          Fallback: tell it what is critical and reached nobody else
        </label>
      ) : null}
      <p className={dialog.help}>The address stays. For another one, add another contact and delete this one.</p>
    </FormDialog>
  );
}
