import { useState, type ReactNode } from "react";
import classes from "./first-steps.module.css";

/** CommandBlock shows a command and copies it; where the browser does not let us, the text is selected by hand. */
export function CommandBlock(props: { label: string; text: string }): ReactNode {
  const [words, setWords] = useState("Copy");
  const copy = (): void =>
    void navigator.clipboard.writeText(props.text).then(
      () => setWords("Copied"),
      () => setWords("Select it and copy"),
    );
  return (
    <div className={classes.command}>
      <pre tabIndex={0} role="group" aria-label={props.label}>
        {props.text}
      </pre>
      <button type="button" className={classes.button} onClick={copy}>
        {words}
        <span className="visually-hidden">: {props.label}</span>
      </button>
    </div>
  );
}
