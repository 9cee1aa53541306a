import { useWorkspace } from "../../../workspace/workspace-context.js";
import { useDashboard, type GroupPart } from "../dashboard-context.js";
import { addKeyClient } from "./add-key-client.js";

/** useKeyClient answers a row's key with its client, where the page or the registry leaves only one it can be. */
export function useKeyClient(key: readonly GroupPart[]): readonly GroupPart[] {
  const { registry } = useWorkspace();
  const { filter } = useDashboard();
  return addKeyClient(key, { registry, clients: filter.clients ?? [] });
}
