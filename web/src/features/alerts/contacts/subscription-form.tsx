import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { ruleTitlesQuery } from "../matchers/label-choices-query.js";
import { MatcherBuilder } from "../matchers/matcher-builder.js";
import { contactsQuery, saveSubscription, type Contact, type Subscription } from "./contacts-query.js";
import { PlaceFields } from "./place-fields.js";
import { QuietHoursFields } from "./quiet-hours-fields.js";
import { RuleChecks } from "./rule-checks.js";
import { SeverityChecks } from "./severity-checks.js";
import { TimeFields } from "./time-fields.js";
import {
  buildSubscriptionInput,
  checkSubscriptionDraft,
  openSubscriptionDraft,
  type SubscriptionDraft,
} from "./subscription-draft.js";

/** SubscriptionForm asks what a contact is to be told about, and when it wants quiet. */
export function SubscriptionForm(props: {
  contact: Contact;
  subscription: Subscription | undefined;
  onClose: () => void;
}): ReactNode {
  const { timeZone } = useWorkspace();
  const { contact, subscription } = props;
  const queries = useQueryClient();
  const rules = useQuery(ruleTitlesQuery).data ?? [];
  const [draft, setDraft] = useState(() => openSubscriptionDraft(subscription, timeZone));
  const change = (part: Partial<SubscriptionDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const lacks = checkSubscriptionDraft(draft);
  const save = useMutation({
    mutationFn: () =>
      saveSubscription(buildSubscriptionInput(draft, { contact: contact.id, id: subscription?.id ?? null })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={`What "${contact.title}" is told about`}
      submitWords={subscription === undefined ? "Subscribe" : "Save"}
      isBusy={save.isPending}
      fault={save.error?.message ?? ""}
      isReady={lacks === undefined}
      onSubmit={() => save.mutate()}
      onClose={props.onClose}
    >
      <PlaceFields draft={draft} onChange={change} />
      <SeverityChecks
        legend="How bad"
        chosen={draft.severities}
        onChange={(severities) => change({ severities: [...severities] })}
      />
      <RuleChecks rules={rules} chosen={draft.rules} onChange={(chosen) => change({ rules: chosen })} />
      <MatcherBuilder
        legend="Only alerts of which this holds, too"
        matchers={draft.matchers}
        onChange={(matchers) => change({ matchers })}
      />
      {contact.mode === "GROUPED" ? <TimeFields draft={draft} onChange={change} /> : null}
      <QuietHoursFields draft={draft} isGrouped={contact.mode === "GROUPED"} onChange={change} />
      <p className={dialog.help}>
        {lacks ??
          "It never tells more than you may see, now or later. Whoever was told that something began is told when it ends."}
      </p>
    </FormDialog>
  );
}
