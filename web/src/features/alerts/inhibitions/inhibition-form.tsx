import type { ReactNode } from "react";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { FieldFault } from "../field-fault.js";
import { MatcherBuilder } from "../matchers/matcher-builder.js";
import { EqualLabels } from "./equal-labels.js";
import { InhibitionPreviewNote } from "./inhibition-preview-note.js";
import type { Inhibition } from "./inhibitions-query.js";
import { useInhibitionForm } from "./use-inhibition-form.js";

/** InhibitionForm asks which alerts mute which others, and says at once what that would do. */
export function InhibitionForm(props: {
  inhibition: Inhibition | undefined;
  onClose: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const { inhibition } = props;
  const form = useInhibitionForm(inhibition, props.onDone);
  const { draft, change, refusal } = form;
  return (
    <FormDialog
      title={inhibition === undefined ? "New inhibition" : `Change “${inhibition.title}”`}
      submitWords="Save"
      isBusy={form.isBusy}
      fault={form.fault}
      isReady={form.lacks === undefined}
      onSubmit={form.save}
      onClose={props.onClose}
    >
      <label className={dialog.field}>
        Title
        <input
          required
          maxLength={80}
          value={draft.title}
          placeholder="An outage of the ERP explains late orders"
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      <FieldFault field="title" refusal={refusal} />
      <MatcherBuilder
        legend="While an alert fires of which all of this holds"
        matchers={draft.source}
        onChange={(source) => change({ source })}
      />
      <FieldFault field="source" refusal={refusal} />
      <MatcherBuilder
        legend="nobody is told of alerts of which all of this holds"
        matchers={draft.target}
        onChange={(target) => change({ target })}
      />
      <FieldFault field="target" refusal={refusal} />
      <EqualLabels chosen={draft.equal} onChange={(equal) => change({ equal })} />
      <FieldFault field="equal" refusal={refusal} />
      <InhibitionPreviewNote preview={form.preview} />
      <p className={dialog.help}>
        {form.lacks ??
          "Incidents are recorded all the same. When what mutes is over, what still fires is told. It reaches no further than you may see."}
      </p>
    </FormDialog>
  );
}
