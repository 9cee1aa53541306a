import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { rotateSecret, type Contact } from "./contacts-query.js";

/** RotateSecretForm gives a webhook a new signing secret; the former one signs on beside it for some days. */
export function RotateSecretForm(props: {
  contact: Contact;
  onClose: () => void;
  onDone: (secret: string) => void;
}): ReactNode {
  const { contact } = props;
  const [days, setDays] = useState(1);
  const rotate = useMutation({ mutationFn: () => rotateSecret(contact.id, days), onSuccess: props.onDone });
  return (
    <FormDialog
      title={`New secret for "${contact.title}"`}
      submitWords="Make a new secret"
      isBusy={rotate.isPending}
      fault={rotate.error?.message ?? ""}
      onSubmit={() => rotate.mutate()}
      onClose={props.onClose}
    >
      <label className={dialog.field}>
        The former secret signs on beside it for
        <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          <option value={0}>no time: it became known</option>
          <option value={1}>a day</option>
          <option value={3}>three days</option>
          <option value={7}>a week</option>
        </select>
      </label>
      <p className={dialog.help}>
        While both sign, each message carries both signatures, so receivers can change over without missing one.
      </p>
    </FormDialog>
  );
}
