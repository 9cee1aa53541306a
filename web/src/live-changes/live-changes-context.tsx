import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { ScopeFilterInput } from "../graphql/operations.js";
import { readClock } from "../time-range/read-clock.js";
import { LiveChanges } from "./live-changes.js";
import type { LiveState } from "./live-state.js";
import { subscribeToChanges } from "./subscribe-to-changes.js";

const Context = createContext<LiveChanges | null>(null);

/** LiveChangesProvider keeps the pages below it up to date for a scope. */
export function LiveChangesProvider(props: { filter: ScopeFilterInput; children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [changes] = useState(() => new LiveChanges(queries, readClock));
  const filterText = JSON.stringify(props.filter);
  useEffect(() => changes.start(), [changes]);
  useEffect(() => {
    const filter: ScopeFilterInput = JSON.parse(filterText);
    return subscribeToChanges(filter, changes);
  }, [changes, filterText]);
  return <Context value={changes}>{props.children}</Context>;
}

/** useLiveChanges answers the state of the connection and the switch that pauses it. */
export function useLiveChanges(): { state: LiveState; pause: (isPaused: boolean) => void } {
  const changes = useContext(Context);
  if (changes === null) throw new Error("useLiveChanges needs a LiveChangesProvider above it");
  const state = useSyncExternalStore(changes.listen, changes.getState);
  return { state, pause: (isPaused) => changes.pause(isPaused) };
}
