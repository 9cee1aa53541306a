import type { ReactNode } from "react";
import { BrandingField } from "./branding-field.js";
import classes from "./branding-form.module.css";

interface ColourFieldProps {
  readonly title: string;
  readonly hint: string;
  readonly fault: string;
  readonly value: string;
  readonly onChange: (colour: string) => void;
}

const whole = /^#[0-9a-f]{6}$/i;

/** ColourField writes a colour as #rrggbb, or picks it. */
export function ColourField(props: ColourFieldProps): ReactNode {
  const { value } = props;
  return (
    <BrandingField title={props.title} hint={props.hint} fault={props.fault}>
      {(attributes) => (
        <div className={classes.colour}>
          <input
            type="color"
            aria-label={`Pick: ${props.title.toLowerCase()}`}
            value={whole.test(value.trim()) ? value.trim().toLowerCase() : "#626d78"}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
          <input
            {...attributes}
            type="text"
            maxLength={7}
            value={value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        </div>
      )}
    </BrandingField>
  );
}
