import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { doDeed, type IncidentDeed } from "./do-deed.js";
import { incidentKeys } from "./incidents-query.js";

/** IncidentOrders is one deed for some incidents. */
export interface IncidentOrders {
  readonly ids: readonly string[];
  readonly deed: IncidentDeed;
}

/** So many at once: the server answers each for itself, and a page of them must not take it all. */
const atOnce = 4;

/**
 * useIncidentDeeds does something about incidents, each for itself, and asks again for everything that shows them. What could not be done for some of
 * them is one error that says how many and why.
 */
export function useIncidentDeeds(): UseMutationResult<void, Error, IncidentOrders> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, deed }: IncidentOrders): Promise<void> => {
      const faults: string[] = [];
      for (let at = 0; at < ids.length; at += atOnce) {
        const done = await Promise.allSettled(ids.slice(at, at + atOnce).map((id) => doDeed(id, deed)));
        for (const each of done)
          if (each.status === "rejected") faults.push(each.reason instanceof Error ? each.reason.message : "Failed.");
      }
      if (faults.length > 0) throw new Error(renderFaults(faults, ids.length));
    },
    onSettled: () =>
      Promise.all(incidentKeys.map((key) => queries.invalidateQueries({ queryKey: [key] }))).then(() => undefined),
  });
}

function renderFaults(faults: readonly string[], count: number): string {
  const [first = ""] = faults;
  return count === 1 ? first : `${faults.length} of ${count} could not be changed: ${[...new Set(faults)].join(" ")}`;
}
