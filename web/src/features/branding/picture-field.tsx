import { useState, type ReactNode } from "react";
import { BrandingField } from "./branding-field.js";
import classes from "./branding-form.module.css";
import { readPicture } from "./read-picture.js";

interface PictureFieldProps {
  readonly title: string;
  readonly hint: string;
  readonly fault: string;
  /** A data URL; '' = none. */
  readonly value: string;
  readonly onChange: (url: string) => void;
}

/** PictureField chooses a picture from a file, shows it, and takes it away again. */
export function PictureField(props: PictureFieldProps): ReactNode {
  const { value } = props;
  const [fault, setFault] = useState("");
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readPicture(file);
    setFault("fault" in read ? read.fault : "");
    if ("url" in read) props.onChange(read.url);
  };
  return (
    <BrandingField title={props.title} hint={props.hint} fault={fault === "" ? props.fault : fault}>
      {(attributes) => (
        <div className={classes.picture}>
          {value === "" ? null : <img src={value} alt={`${props.title} chosen`} height={28} />}
          <input
            {...attributes}
            type="file"
            accept="image/png,image/svg+xml"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
          {value === "" ? null : (
            <button type="button" onClick={() => props.onChange("")}>
              Remove
            </button>
          )}
        </div>
      )}
    </BrandingField>
  );
}
