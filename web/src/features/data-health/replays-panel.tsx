import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { StateShape, type State } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { describeReplay } from "./describe-replay.js";
import { cancelReplay, isOnTheWay, replaysQuery, type ReplayItem } from "./replays-query.js";

const states: Readonly<Record<ReplayItem["state"], { readonly words: string; readonly state: State }>> = {
  QUEUED: { words: "waits", state: "none" },
  RUNNING: { words: "runs", state: "ok" },
  DONE: { words: "done", state: "ok" },
  CANCELLED: { words: "cancelled", state: "none" },
  FAILED: { words: "failed", state: "late" },
};
const heads = ["Read", "Accepted", "Stored already", "Refused still"] as const;

/** ReplaysPanel shows replays and how far each is; administrators alone may ask for them, so nobody else sees the panel. */
export function ReplaysPanel(): ReactNode {
  return useWorkspace().me.role === "ADMINISTRATOR" ? <Replays /> : null;
}

function Replays(): ReactNode {
  const query = useQuery(replaysQuery);
  return (
    <Panel title="Replays" note="the newest first">
      <QueryFrame
        query={query}
        what="the replays"
        skeleton={<SkeletonRows rows={3} height={32} />}
        isEmpty={(data) => data.length === 0}
        empty={<EmptyNote title="Nothing was replayed yet.">Mend a cause, then preview a replay above.</EmptyNote>}
      >
        {(data) => (
          <div className={table.scroll} tabIndex={0} role="group" aria-label="Replays">
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">State</th>
                  <th scope="col">What</th>
                  <th scope="col">Asked for</th>
                  {heads.map((head) => (
                    <th key={head} scope="col" className={table.number}>
                      {head}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="visually-hidden">Cancel</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.slice(0, 20).map((replay) => (
                  <Row key={replay.id} replay={replay} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryFrame>
    </Panel>
  );
}

function Row(props: { replay: ReplayItem }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(10_000);
  const client = useQueryClient();
  const { replay } = props;
  const cancel = useMutation({
    mutationFn: () => cancelReplay(replay.id),
    onSettled: () => client.invalidateQueries({ queryKey: replaysQuery.queryKey }),
  });
  const asked = new Date(replay.requestedAt);
  const { words, state } = states[replay.state];
  return (
    <tr>
      <td>
        <span className={table.name}>
          <StateShape state={state} />
          {words}
          {replay.error === null ? "" : `: ${replay.error}`}
        </span>
      </td>
      <td className={table.clip}>{describeReplay(replay, timeZone)}</td>
      <td className={table.dim} data-tip={formatInstantExact(asked, timeZone)}>
        {formatInstant(asked, timeZone, now)}
      </td>
      {[replay.read, replay.accepted, replay.duplicates, replay.rejected].map((count, place) => (
        <td key={heads[place]} className={table.number}>
          {formatCount(count)}
        </td>
      ))}
      <td>
        {isOnTheWay(replay) ? (
          <button type="button" className={table.pick} disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel
          </button>
        ) : null}
        {cancel.error === null ? null : <span role="alert">{cancel.error.message}</span>}
      </td>
    </tr>
  );
}
