import type { ReactNode } from "react";
import { CopyButton } from "../../../ui/copy-button.js";
import classes from "./contacts.module.css";

/** SecretNote shows a signing secret this once; it is kept nowhere that people can read. */
export function SecretNote(props: { title: string; secret: string; onClose: () => void }): ReactNode {
  return (
    <div className={classes.secret} role="status" aria-label="Signing secret">
      <p>
        <strong>The signing secret of {props.title}.</strong> It is shown this once: keep it where the receiver reads
        it. Receivers verify each message with it, by a library of Standard Webhooks.
      </p>
      <code>{props.secret}</code>
      <div>
        <CopyButton text={() => props.secret} words="Copy the secret" />
        <button type="button" onClick={props.onClose}>
          I have kept it
        </button>
      </div>
    </div>
  );
}
