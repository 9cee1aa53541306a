import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { Choice } from "../../../ui/choice.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import filters from "../../../ui/filters.module.css";
import { MoreButton } from "../../../ui/more-button.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { contactTitlesQuery, DELIVERY_PAGE, deliveryPagesQuery, replayDeliveries } from "./deliveries-query.js";
import classes from "./deliveries.module.css";
import { DeliveryList } from "./delivery-list.js";
import { DELIVERY_STATES, readDeliveryFilter, type DeliverySearch } from "./delivery-search.js";
import { IncidentPicker } from "./incident-picker.js";
import { WhyPanel } from "./why-panel.js";

interface DeliveriesViewProps {
  readonly search: DeliverySearch;
  readonly mayReplay: boolean;
  readonly onChange: (change: DeliverySearch) => void;
}

/** DeliveriesView is the log of messages, and the answer to why somebody was told, or was not. */
export function DeliveriesView(props: DeliveriesViewProps): ReactNode {
  const { search, onChange } = props;
  const now = useNow(10_000);
  const { incident } = search;
  return (
    <>
      {incident === undefined ? null : (
        <WhyPanel
          incident={incident}
          now={now}
          onOpen={(open) => onChange({ open, state: undefined, contact: undefined })}
          onLeave={() => onChange({ incident: undefined })}
        />
      )}
      <Log {...props} now={now} />
      {incident === undefined ? (
        <IncidentPicker now={now} onPick={(picked) => onChange({ incident: picked, open: undefined })} />
      ) : null}
    </>
  );
}

function Log(props: DeliveriesViewProps & { now: Date }): ReactNode {
  const { search, onChange, mayReplay } = props;
  const queries = useQueryClient();
  const query = useInfiniteQuery(deliveryPagesQuery(readDeliveryFilter(search)));
  const contacts = useQuery(contactTitlesQuery).data ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const deliveries = query.data?.pages.flat() ?? [];
  const dead = deliveries.filter(({ id, state }) => state === "DEAD" && chosen.has(id));
  const replay = useMutation({
    mutationFn: replayDeliveries,
    onSuccess: () => {
      setChosen(new Set());
      return queries.invalidateQueries({ queryKey: ["alert-deliveries"] });
    },
  });
  const isFiltered = search.contact !== undefined || search.state !== undefined || search.incident !== undefined;
  return (
    <Panel title="Deliveries" span={search.incident === undefined ? 8 : 12} note="the newest first">
      <div className={filters.filters}>
        <Choice
          label="Contact"
          isLate
          value={search.contact ?? ""}
          options={[{ id: "", words: "All contacts" }, ...contacts.map(({ id, title }) => ({ id, words: title }))]}
          onChoose={(contact) => onChange({ contact, open: undefined })}
        />
        <Choice
          label="State"
          value={search.state ?? ""}
          options={[
            { id: "", words: "Any state" },
            ...DELIVERY_STATES.map(({ state, words }) => ({ id: state.toLowerCase(), words })),
          ]}
          onChoose={(state) => onChange({ state, open: undefined })}
        />
        {search.incident === undefined ? null : (
          <button type="button" onClick={() => onChange({ incident: undefined })}>
            Of one incident ×
          </button>
        )}
        {dead.length === 0 ? null : (
          <button type="button" disabled={replay.isPending} onClick={() => replay.mutate(dead.map(({ id }) => id))}>
            Send {formatCount(dead.length)} again
          </button>
        )}
      </div>
      <p role="status" className={classes.said}>
        {replay.error === null
          ? replay.data === undefined
            ? ""
            : `${formatCount(replay.data)} queued, each with the id it had.`
          : `Not sent again: ${replay.error.message}`}
      </p>
      <QueryFrame
        query={query}
        what="the deliveries"
        skeleton={<SkeletonRows rows={12} height={30} />}
        isEmpty={() => deliveries.length === 0}
        empty={
          <EmptyNote title={isFiltered ? "No message fits." : "Nothing was sent yet."}>
            {isFiltered
              ? "Take a filter away. The log reaches back 13 months."
              : "Each message to a contact is listed here with its attempts, its answer, and what went wrong. Send a test from the page of contacts to see one."}
          </EmptyNote>
        }
      >
        {() => (
          <>
            <DeliveryList
              deliveries={deliveries}
              now={props.now}
              open={search.open}
              mayReplay={mayReplay}
              chosen={chosen}
              onChoose={(id, isChosen) => {
                const next = new Set(chosen);
                if (isChosen) next.add(id);
                else next.delete(id);
                setChosen(next);
              }}
              onOpen={(open) => onChange({ open })}
              onIncident={(incident) => onChange({ incident, open: undefined })}
              onReplay={(ids) => replay.mutate(ids)}
            />
            <MoreButton query={query} count={DELIVERY_PAGE} />
          </>
        )}
      </QueryFrame>
    </Panel>
  );
}
