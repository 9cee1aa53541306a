import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react";
import classes from "./form-dialog.module.css";

interface FormDialogProps {
  readonly title: string;
  /** submitWords name what the main button does. */
  readonly submitWords: string;
  readonly isBusy: boolean;
  /** fault says why it was not done; "" = nothing. */
  readonly fault: string;
  readonly isReady?: boolean;
  /** isGrave is for what cannot be undone. */
  readonly isGrave?: boolean;
  /** isSmall is for a word or two. */
  readonly isSmall?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** FormDialog asks for what is to be done; the browser's own dialog keeps the focus and closes on Escape. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-small={props.isSmall === true ? "" : undefined}
      aria-labelledby={titleId}
      onClose={props.onClose}
    >
      <form onSubmit={submit}>
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
        <p role="alert" className={classes.fault}>
          {props.fault}
        </p>
        <div className={classes.actions}>
          <button type="button" className={classes.quiet} onClick={() => dialog.current?.close()}>
            Close
          </button>
          <button
            type="submit"
            className={classes.main}
            data-grave={props.isGrave === true ? "" : undefined}
            disabled={props.isBusy || props.isReady === false}
          >
            {props.submitWords}
          </button>
        </div>
      </form>
    </dialog>
  );
}
