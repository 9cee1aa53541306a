import { createContext, useContext } from "react";
import type { ScopeFilterInput } from "../graphql/operations.js";
import type { Names } from "../registry/build-names.js";
import type { Registry } from "../registry/registry-query.js";
import type { Scope } from "../scope/scope.js";
import type { Me } from "../session/me-query.js";
import type { TimeRange } from "../time-range/time-range.js";

/** Workspace is what every page needs to know: who looks, at what, over which time, in which zone. */
export interface Workspace {
  readonly me: Me;
  readonly registry: Registry;
  readonly names: Names;
  readonly scope: Scope;
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly timeZone: string;
  /** hasManyClients says whether a row must name its client to be clear. */
  readonly hasManyClients: boolean;
}

/** WorkspaceContext carries the workspace from the shell to the pages. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** useWorkspace answers the workspace; only for components below the shell. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace needs the shell above it");
  return workspace;
}
