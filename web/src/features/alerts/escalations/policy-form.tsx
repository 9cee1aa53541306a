import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { contactsQuery } from "../contacts/contacts-query.js";
import { SeverityChecks } from "../contacts/severity-checks.js";
import { FieldFault } from "../field-fault.js";
import { MatcherBuilder } from "../matchers/matcher-builder.js";
import classes from "./escalations.module.css";
import type { Policy } from "./escalations-query.js";
import { readSteps } from "./policy-draft.js";
import { PolicyPreviewNote } from "./policy-preview-note.js";
import { renderPolicySentence } from "./render-policy-sentence.js";
import { StepsField } from "./steps-field.js";
import { useContactNames } from "./use-contact-names.js";
import { usePolicyForm, type PolicyForm as Form } from "./use-policy-form.js";

/** PolicyForm asks which incidents a policy is for, and who is told when nobody takes them on. */
export function PolicyForm(props: {
  policy: Policy | undefined;
  onClose: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const { policy } = props;
  const { me } = useWorkspace();
  const form = usePolicyForm(policy, { client: me.scope.clients?.[0] ?? "", onDone: props.onDone });
  const { draft, change, refusal, meanwhile } = form;
  const known = useQuery(contactsQuery);
  const contacts = known.data?.alertContacts;
  const nameOf = useContactNames();
  // Opened before it is known who could be told, it would change its size at once.
  if (known.isPending) return null;
  return (
    <FormDialog
      title={policy === undefined ? "New escalation policy" : `Change “${policy.title}”`}
      submitWords={policy === undefined ? "Save" : meanwhile === undefined ? "Save a new version" : "Replace it"}
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
          placeholder="Nights and week-ends"
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      <FieldFault field="title" refusal={refusal} />
      <AimFields form={form} />
      {contacts?.length === 0 ? (
        <p className={dialog.note}>
          You have no contact that could be told.{" "}
          <Link to="/alerts/contacts" search={{ open: "new" }} className={classes.link ?? ""}>
            Add one first
          </Link>
        </p>
      ) : (
        <StepsField steps={draft.steps} contacts={contacts} refusal={refusal} onChange={(steps) => change({ steps })} />
      )}
      <LoopsField form={form} />
      <PolicyPreviewNote
        sentence={renderPolicySentence({ steps: readSteps(draft.steps), loops: draft.loops }, nameOf)}
        preview={form.preview}
      />
      {meanwhile === undefined ? null : (
        <p className={dialog.note} role="status">
          <strong>
            Version {meanwhile.version} was saved by {meanwhile.createdByName} meanwhile:
          </strong>{" "}
          {renderPolicySentence(meanwhile, nameOf)} Yours replaces it.
        </p>
      )}
      <p className={dialog.help}>
        {form.lacks ?? "Incidents that fired before go on by the version that was in force then."}
      </p>
    </FormDialog>
  );
}

function AimFields(props: { form: Form }): ReactNode {
  const { registry, me } = useWorkspace();
  const { draft, change, refusal } = props.form;
  return (
    <>
      <div className={dialog.pair}>
        <label className={dialog.field}>
          Incidents of
          <select value={draft.client} onChange={(event) => change({ client: event.currentTarget.value })}>
            {me.scope.clients === null || draft.client === "" ? <option value="">Any client</option> : null}
            {registry.clients.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <SeverityChecks legend="That are" chosen={draft.severities} onChange={(severities) => change({ severities })} />
      </div>
      <FieldFault field="client" refusal={refusal} />
      <FieldFault field="severities" refusal={refusal} />
      <MatcherBuilder
        legend="Only those of which all of this holds (none = all of them)"
        matchers={draft.matchers}
        onChange={(matchers) => change({ matchers })}
      />
      <FieldFault field="matchers" refusal={refusal} />
    </>
  );
}

function LoopsField(props: { form: Form }): ReactNode {
  const { draft, change, refusal } = props.form;
  const choices = ["Once", "Once more", "Twice more", "Three times more"];
  return (
    <>
      <label className={dialog.field}>
        The steps are gone through
        <select value={String(draft.loops)} onChange={(event) => change({ loops: Number(event.currentTarget.value) })}>
          {choices.map((words, loops) => (
            <option key={words} value={loops}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <FieldFault field="loops" refusal={refusal} />
    </>
  );
}
