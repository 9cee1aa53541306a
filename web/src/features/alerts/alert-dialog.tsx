import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react";
import classes from "./alert-dialog.module.css";

interface AlertDialogProps {
  readonly title: string;
  /** submitWords name what the main button does. */
  readonly submitWords: string;
  readonly isBusy: boolean;
  /** fault says why it was not done; "" = nothing. */
  readonly fault: string;
  readonly isReady?: boolean;
  /** isGrave is for what cannot be undone. */
  readonly isGrave?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** AlertDialog asks for what is to be done; the browser's own dialog keeps the focus and closes on Escape. */
export function AlertDialog(props: AlertDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={titleId} onClose={props.onClose}>
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
