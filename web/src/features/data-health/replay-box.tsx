import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { RejectedReasonsDocument, type StartReplayInput } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { readClock } from "../../time-range/read-clock.js";
import { renderRange } from "../../time-range/render-range.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./data-health.module.css";
import { buildRejectedFilter, buildReplayInput, type RejectedSearch } from "./rejected-search.js";
import { rejectionWords } from "./rejection-words.js";
import { replaysQuery, startReplay } from "./replays-query.js";

/** ReplayBox offers to put the listed events through the pipeline again: first it shows which, then it starts. */
export function ReplayBox(props: { search: RejectedSearch; count: number }): ReactNode {
  const { me, filter, range } = useWorkspace();
  const [input, setInput] = useState<StartReplayInput | null>(null);
  const cause = chooseCause(me.role, buildReplayInput(buildRejectedFilter(props.search, filter, zero)) === undefined);
  if (cause !== null)
    return (
      <div className={classes.replay}>
        <p>{cause}</p>
      </div>
    );
  if (input !== null) return <Preview input={input} onDone={() => setInput(null)} />;
  const preview = (): void =>
    // What was listed is replayed, not what comes while somebody reads: the range stands still from here on.
    setInput(buildReplayInput(buildRejectedFilter(props.search, filter, resolveRange(range, readClock()))) ?? null);
  return (
    <div className={classes.replay}>
      <p>
        Once a mapping, key or sender is mended, these {formatCount(props.count)} can go through the pipeline again,
        behind live events. Repeating it changes nothing.
      </p>
      <button type="button" onClick={preview}>
        Preview the replay
      </button>
    </div>
  );
}

const zero = { from: new Date(0), to: new Date(1) };

function chooseCause(role: string, isTooNarrow: boolean): string | null {
  if (role !== "ADMINISTRATOR") return "Administrators can have these events replayed once their cause is mended.";
  return isTooNarrow
    ? "A replay is of clients and sources. Take regions, stores, channels and partners out of the scope to start one."
    : null;
}

function Preview(props: { input: StartReplayInput; onDone: () => void }): ReactNode {
  const { timeZone } = useWorkspace();
  const { input, onDone } = props;
  const client = useQueryClient();
  const { clients, sources, reasons, from, to } = input;
  const filter = {
    ...{ from: from ?? null, to: to ?? null, reasons: reasons ?? null },
    scope: { ...(clients == null ? {} : { clients }), ...(sources == null ? {} : { sources }) },
  };
  const counted = useQuery({
    queryKey: ["replay-preview", input],
    queryFn: async ({ signal }) => (await request(RejectedReasonsDocument, { filter }, signal)).rejectedEvents,
  });
  const start = useMutation({
    mutationFn: () => startReplay(input),
    onSuccess: () => {
      onDone();
      return client.invalidateQueries({ queryKey: replaysQuery.queryKey });
    },
  });
  const parts = counted.data?.reasonCounts.map(
    (row) => `${formatCount(row.count)} ${rejectionWords[row.reason]} of ${row.source ?? "unknown"}`,
  );
  const range = from == null || to == null ? "" : renderRange({ kind: "fixed", from, to }, timeZone);
  return (
    <div className={classes.replay} role="group" aria-label="Preview of the replay">
      <p>
        {counted.data === undefined
          ? (counted.error?.message ?? "Counting")
          : `${formatCount(counted.data.totalCount)} events received ${range} would go through again: ${parts?.slice(0, 4).join("; ")}${(parts?.length ?? 0) > 4 ? "; and others" : ""}.`}
        {start.error === null ? null : <strong role="alert"> It was not started: {start.error.message}</strong>}
      </p>
      <button
        type="button"
        data-main=""
        disabled={counted.data === undefined || start.isPending}
        onClick={() => start.mutate()}
      >
        {start.isPending ? "Starting" : "Start the replay"}
      </button>
      <button type="button" onClick={onDone}>
        Leave it
      </button>
    </div>
  );
}
