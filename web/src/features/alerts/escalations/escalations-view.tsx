import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { DeleteDialog } from "../delete-dialog.js";
import classes from "./escalations.module.css";
import { deletePolicy, policiesQuery, type Policy } from "./escalations-query.js";
import { PolicyForm } from "./policy-form.js";
import { PolicyGapNote } from "./policy-gap-note.js";
import { PolicyItem } from "./policy-item.js";
import { useContactNames } from "./use-contact-names.js";

/** EscalationSearch is what the address says of the page of policies: `open` is a policy, `edit` is `new` or the policy that is written. */
export interface EscalationSearch {
  readonly open?: string | undefined;
  readonly edit?: string | undefined;
}

interface EscalationsViewProps {
  readonly search: EscalationSearch;
  readonly mayWrite: boolean;
  readonly onChange: (change: EscalationSearch) => void;
}

/** EscalationsView lists who is told when nobody takes an incident on, and writes it. */
export function EscalationsView(props: EscalationsViewProps): ReactNode {
  const { search, mayWrite, onChange } = props;
  const query = useQuery(policiesQuery);
  const [deleting, setDeleting] = useState<Policy | null>(null);
  const edited = query.data?.find(({ id }) => id === search.edit);
  return (
    <>
      <Panel title="Policies" note="one of the client comes before one of any; then the one that names more labels">
        <QueryFrame
          query={query}
          what="the policies"
          skeleton={<SkeletonRows rows={4} height={62} />}
          isEmpty={(policies) => policies.length === 0}
          empty={
            <>
              <PolicyGapNote policies={[]} />
              <EmptyNote title="No incident is escalated.">
                {mayWrite
                  ? "A policy tells others when nobody has acknowledged an incident: after 15 minutes the deputy, say, and after 30 the one in charge."
                  : "Administrators and operations can say who is told when nobody acknowledges an incident."}
              </EmptyNote>
            </>
          }
        >
          {(policies) => (
            <>
              <PolicyGapNote policies={policies} />
              <Policies {...props} policies={policies} onDelete={setDeleting} />
            </>
          )}
        </QueryFrame>
      </Panel>
      {mayWrite && (search.edit === "new" || edited !== undefined) ? (
        <PolicyForm
          key={search.edit}
          policy={edited}
          onClose={() => onChange({ edit: undefined })}
          onDone={(id) => onChange({ edit: undefined, open: id })}
        />
      ) : null}
      {deleting === null ? null : (
        <DeleteDialog
          title={`Delete “${deleting.title}”?`}
          words="Incidents that fired before go on by it. What fires from now on is not escalated by it any more. Its versions stay."
          of={policiesQuery.queryKey}
          onDelete={() => deletePolicy(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  );
}

function Policies(
  props: EscalationsViewProps & { policies: readonly Policy[]; onDelete: (policy: Policy) => void },
): ReactNode {
  const { search, onChange } = props;
  const nameOf = useContactNames();
  return (
    <ul className={classes.policies}>
      {props.policies.map((policy) => (
        <PolicyItem
          key={policy.id}
          {...{ policy, nameOf, mayChange: props.mayWrite }}
          isOpen={search.open === policy.id}
          onOpen={(isOpen) => onChange({ open: isOpen ? policy.id : undefined })}
          onEdit={() => onChange({ edit: policy.id })}
          onDelete={() => props.onDelete(policy)}
        />
      ))}
    </ul>
  );
}
