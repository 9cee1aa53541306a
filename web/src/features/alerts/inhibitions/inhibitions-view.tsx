import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { AfterFirst } from "../../../ui/after-first.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { DeleteDialog } from "../delete-dialog.js";
import { BuiltInPanel } from "./built-in-panel.js";
import { InhibitionForm } from "./inhibition-form.js";
import { InhibitionList } from "./inhibition-list.js";
import { deleteInhibition, inhibitionsQuery, type Inhibition } from "./inhibitions-query.js";

/** InhibitionSearch is what the address says of the page of inhibitions: `open` is one of them, `edit` is `new` or the one that is written. */
export interface InhibitionSearch {
  readonly open?: string | undefined;
  readonly edit?: string | undefined;
}

interface InhibitionsViewProps {
  readonly search: InhibitionSearch;
  readonly mayWrite: boolean;
  readonly onChange: (change: InhibitionSearch) => void;
}

/** InhibitionsView shows which alerts mute which others: what people set up, and what is built in. */
export function InhibitionsView(props: InhibitionsViewProps): ReactNode {
  const { search, mayWrite, onChange } = props;
  const query = useQuery(inhibitionsQuery);
  const [deleting, setDeleting] = useState<Inhibition | null>(null);
  const edited = query.data?.find(({ id }) => id === search.edit);
  return (
    <>
      <Panel title="Set up here" note="an alert that explains others keeps them from being told">
        <QueryFrame
          query={query}
          what="the inhibitions"
          skeleton={<SkeletonRows rows={3} height={72} />}
          isEmpty={(inhibitions) => inhibitions.length === 0}
          empty={
            <EmptyNote title="Only what is built in mutes alerts.">
              {mayWrite
                ? "Where one alert explains others of other rules, say so: while the ERP is down, orders that wait for it need not be told one by one. Incidents are recorded all the same."
                : "Administrators and operations can say which alert explains which others."}
            </EmptyNote>
          }
        >
          {(inhibitions) => (
            <InhibitionList
              inhibitions={inhibitions}
              open={search.open}
              mayChange={mayWrite}
              onEdit={({ id }) => onChange({ edit: id })}
              onDelete={setDeleting}
            />
          )}
        </QueryFrame>
      </Panel>
      <AfterFirst isReady={!query.isPending}>
        <BuiltInPanel />
      </AfterFirst>
      {mayWrite && (search.edit === "new" || edited !== undefined) ? (
        <InhibitionForm
          key={search.edit}
          inhibition={edited}
          onClose={() => onChange({ edit: undefined })}
          onDone={(id) => onChange({ edit: undefined, open: id })}
        />
      ) : null}
      {deleting === null ? null : (
        <DeleteDialog
          title={`Delete “${deleting.title}”?`}
          words="What it mutes and still fires is told within a minute."
          of={inhibitionsQuery.queryKey}
          onDelete={() => deleteInhibition(deleting.id)}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  );
}
