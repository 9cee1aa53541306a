import type { ReactNode } from "react";
import dialog from "../../ui/form-dialog.module.css";

/** Refusal is why the server would not take something, and which part of it is meant. */
export interface Refusal {
  readonly message: string;
  readonly field: string | null;
}

/** FieldFault says what is wrong at a field; nothing where the refusal is about another one. */
export function FieldFault(props: { field: string; refusal: Refusal | null }): ReactNode {
  const { field, refusal } = props;
  return (
    <p role="alert" className={dialog.wrong}>
      {refusal?.field === field ? refusal.message : ""}
    </p>
  );
}
