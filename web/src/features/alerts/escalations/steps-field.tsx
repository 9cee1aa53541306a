import type { ReactNode } from "react";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import dialog from "../../../ui/form-dialog.module.css";
import { findContactKind } from "../contacts/contact-kinds.js";
import type { Contact } from "../contacts/contacts-query.js";
import { FieldFault, type Refusal } from "../field-fault.js";
import classes from "./escalations.module.css";
import type { StepDraft } from "./policy-draft.js";

const MAX_STEPS = 10;

interface StepsFieldProps {
  readonly steps: readonly StepDraft[];
  /** undefined = they are on their way. */
  readonly contacts: readonly Contact[] | undefined;
  readonly refusal: Refusal | null;
  readonly onChange: (steps: readonly StepDraft[]) => void;
}

/** StepsField edits who is told, one after the other, and how long each step waits. */
export function StepsField(props: StepsFieldProps): ReactNode {
  const { steps, onChange } = props;
  const replace = (index: number, part: Partial<StepDraft>): void =>
    onChange(steps.map((step, place) => (place === index ? { ...step, ...part } : step)));
  return (
    <fieldset className={dialog.group}>
      <legend>Who is told, step by step</legend>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={index}>
            <StepField
              {...{ step, index, contacts: props.contacts }}
              isOnly={steps.length === 1}
              onChange={(part) => replace(index, part)}
              onRemove={() => onChange(steps.filter((_, place) => place !== index))}
            />
            <FieldFault field={`steps.${index}`} refusal={props.refusal} />
          </li>
        ))}
      </ol>
      <FieldFault field="steps" refusal={props.refusal} />
      {steps.length >= MAX_STEPS ? null : (
        <button
          type="button"
          className={`${dialog.small} ${classes.add}`}
          onClick={() => onChange([...steps, { minutes: "15", contacts: [], repeats: false }])}
        >
          + Add a step
        </button>
      )}
    </fieldset>
  );
}

interface StepFieldProps {
  readonly step: StepDraft;
  readonly index: number;
  readonly contacts: readonly Contact[] | undefined;
  readonly isOnly: boolean;
  readonly onChange: (part: Partial<StepDraft>) => void;
  readonly onRemove: () => void;
}

function StepField(props: StepFieldProps): ReactNode {
  const { step, index, onChange } = props;
  const words = `Step ${index + 1}`;
  return (
    <fieldset className={classes.step}>
      <legend className="visually-hidden">{words}</legend>
      <div className={dialog.row}>
        <strong aria-hidden="true">{index + 1}</strong>
        <label className={classes.wait}>
          <input
            type="number"
            min={0}
            max={10_080}
            required
            value={step.minutes}
            onChange={(event) => onChange({ minutes: event.currentTarget.value })}
          />
          {index === 0 ? "min after it fired" : "min after the step before"}
        </label>
        <label className={dialog.check}>
          <input
            type="checkbox"
            checked={step.repeats}
            onChange={(event) => onChange({ repeats: event.currentTarget.checked })}
          />
          also tells who was told before
        </label>
        {props.isOnly ? null : (
          <button
            type="button"
            className={dialog.small}
            aria-label={`Remove step ${index + 1}`}
            onClick={props.onRemove}
          >
            Remove
          </button>
        )}
      </div>
      <ContactChecks {...props} />
    </fieldset>
  );
}

function ContactChecks(props: StepFieldProps): ReactNode {
  const { step, contacts, onChange } = props;
  if (contacts === undefined) return <SkeletonRows rows={3} height={26} />;
  const known = new Set(contacts.map(({ id }) => id));
  const others = step.contacts.filter((id) => !known.has(id));
  const check = (id: string, title: ReactNode): ReactNode => (
    <label key={id} className={dialog.check}>
      <input
        type="checkbox"
        checked={step.contacts.includes(id)}
        onChange={(event) =>
          onChange({
            contacts: event.currentTarget.checked
              ? [...step.contacts, id]
              : step.contacts.filter((each) => each !== id),
          })
        }
      />
      {title}
    </label>
  );
  return (
    <div className={classes.contacts} role="group" aria-label={`Told by step ${props.index + 1}`}>
      {contacts.map(({ id, title, kind, isEnabled, isConfirmed }) =>
        check(
          id,
          <span>
            {title} <small>{describe(findContactKind(kind).title, isEnabled, isConfirmed)}</small>
          </span>,
        ),
      )}
      {others.map((id) => check(id, "A contact that is gone, or not yours"))}
    </div>
  );
}

function describe(kind: string, isEnabled: boolean, isConfirmed: boolean): string {
  if (!isEnabled) return `${kind}, switched off: it is not told`;
  return isConfirmed ? kind : `${kind}, not confirmed: it is not told`;
}
