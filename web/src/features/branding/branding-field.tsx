import { useId, type ReactNode } from "react";
import classes from "./branding-form.module.css";

interface BrandingFieldProps {
  readonly title: string;
  readonly hint: string;
  /** fault is why the server refused it; '' = it did not. */
  readonly fault: string;
  readonly children: (attributes: {
    readonly id: string;
    readonly "aria-describedby": string;
    readonly "aria-invalid": boolean;
  }) => ReactNode;
}

/** BrandingField is one labelled part of the form with its hint, and what is wrong with it. */
export function BrandingField(props: BrandingFieldProps): ReactNode {
  const id = useId();
  const noteId = `${id}-note`;
  const { fault } = props;
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{props.title}</label>
      {props.children({ id, "aria-describedby": noteId, "aria-invalid": fault !== "" })}
      <p id={noteId} className={fault === "" ? classes.hint : classes.fault} role={fault === "" ? undefined : "alert"}>
        {fault === "" ? props.hint : fault}
      </p>
    </div>
  );
}
