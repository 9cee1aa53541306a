import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import type { BrandingDraft } from "./branding-draft.js";
import { BrandingField } from "./branding-field.js";
import classes from "./branding-form.module.css";
import { resetBranding, saveBranding } from "./branding-settings-query.js";
import { ColourField } from "./colour-field.js";
import { PictureField } from "./picture-field.js";

interface BrandingFormProps {
  readonly draft: BrandingDraft;
  /** isSaved says whether the tenant has a branding that can be given up. */
  readonly isSaved: boolean;
  readonly onChange: (draft: BrandingDraft) => void;
  /** onSaved is called when the server keeps another branding than before. */
  readonly onSaved: () => void;
}

const texts = [
  ["productName", "Name of the product", "In the navigation, in the tab of the browser and in mails.", 60, true],
  ["signInWords", "Line on the sign-in page", "One sentence; may be empty.", 160, false],
  ["senderName", "Sender of mails", "The name of the product unless told.", 60, false],
  ["host", "Address of the sign-in page", "The name alone, such as status.example.com; may be empty.", 253, false],
] as const;

/** BrandingForm writes what the product is called and how it looks; what the server refuses stands at the field. */
export function BrandingForm(props: BrandingFormProps): ReactNode {
  const { draft } = props;
  const queries = useQueryClient();
  const finish = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ["branding"] });
    props.onSaved();
  };
  const save = useMutation({
    mutationFn: saveBranding,
    onSuccess: async (fault) => (fault === undefined ? finish() : undefined),
  });
  const reset = useMutation({ mutationFn: resetBranding, onSuccess: finish });
  const faultOf = (field: keyof BrandingDraft): string =>
    save.data?.field === field && !save.isPending ? save.data.message : "";
  const set = (part: Partial<BrandingDraft>): void => props.onChange({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(draft);
  };
  const error = save.error ?? reset.error;
  const isBusy = save.isPending || reset.isPending;
  return (
    <form className={classes.form} onSubmit={submit}>
      {texts.map(([field, title, hint, maxLength, required]) => (
        <BrandingField key={field} title={title} hint={hint} fault={faultOf(field)}>
          {(attributes) => (
            <input
              {...attributes}
              {...{ maxLength, required }}
              value={draft[field]}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
            />
          )}
        </BrandingField>
      ))}
      <ColourField
        title="Colour on light ground"
        hint="Text in it must be readable on white."
        fault={faultOf("colour")}
        value={draft.colour}
        onChange={(colour) => set({ colour })}
      />
      <ColourField
        title="Colour on dark ground"
        hint="Empty: the colour above, lightened."
        fault={faultOf("colourDark")}
        value={draft.colourDark}
        onChange={(colourDark) => set({ colourDark })}
      />
      <PictureField
        title="Logo"
        hint="SVG or PNG, at most 48 KiB."
        fault={faultOf("logo")}
        value={draft.logo}
        onChange={(logo) => set({ logo })}
      />
      <PictureField
        title="Icon of the tab"
        hint="SVG or PNG, at most 48 KiB, square."
        fault={faultOf("icon")}
        value={draft.icon}
        onChange={(icon) => set({ icon })}
      />
      <div className={classes.actions}>
        <button type="submit" disabled={isBusy}>
          Save
        </button>
        {props.isSaved ? (
          <button type="button" disabled={isBusy} onClick={() => reset.mutate()}>
            Give it up
          </button>
        ) : null}
        <span role="status">{save.isSuccess && save.data === undefined && !isBusy ? "Saved." : ""}</span>
      </div>
      {error === null ? null : (
        <p className={classes.fault} role="alert">
          {error.message}
        </p>
      )}
    </form>
  );
}
