import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { feedsQuery } from "../../../features/feeds/feeds-query.js";
import { groupQuietFeeds } from "../../../features/feeds/group-quiet-feeds.js";
import { buildNeeds } from "../../../features/needs/build-needs.js";
import { obligationsQuery } from "../../../features/needs/obligations-query.js";
import { useElapsed } from "../../../time-range/use-elapsed.js";
import { useNow } from "../../../time-range/use-now.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** patienceMs is how long the panels below wait for the list above them, so that they stand where they stay. */
export const patienceMs = 900;

/** useNeeds answers what needs somebody within what the page is narrowed to. */
export function useNeeds() {
  const { filter, timeZone, names } = useWorkspace();
  const now = useNow(5_000);
  const obligations = useQuery(obligationsQuery(filter));
  const feeds = useQuery(feedsQuery(filter));
  const quiet = useMemo(
    () => groupQuietFeeds(feeds.data ?? [], { names, timeZone, now }),
    [feeds.data, names, timeZone, now],
  );
  const needs = useMemo(
    () => buildNeeds(obligations.data ?? [], quiet, { now, timeZone }),
    [obligations.data, quiet, now, timeZone],
  );
  const isReady = !obligations.isPending && !feeds.isPending;
  const isOverdue = useElapsed(patienceMs);
  const [isReserved, setReserved] = useState(false);
  if (isOverdue && !isReady && !isReserved) setReserved(true);
  return { obligations, feeds, needs, isReady, isOverdue, isReserved };
}
