import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { KeyedId } from "./figure-table.js";
import type { KeyPart } from "./metric-answer.js";

const LISTS: Partial<
  Record<string, (registry: TenantRegistry) => readonly { id: string; title: string; client?: string }[]>
> = {
  CLIENT: (registry) => registry.clients,
  REGION: (registry) => registry.regions,
  STORE: (registry) => registry.stores,
  CHANNEL: (registry) => registry.channels,
  PARTNER: (registry) => registry.partners,
  WORKFLOW: (registry) => registry.workflows,
};

/** shapeKey gives a part of a key the title that the registry knows; an absent id is null. */
export function shapeKey(registry: TenantRegistry, key: readonly KeyedId[], { dimension, id }: KeyedId): KeyPart {
  if (id === "") return { dimension, id: null, title: null };
  const client = key.find((part) => part.dimension === "CLIENT")?.id;
  const entries = LISTS[dimension]?.(registry) ?? [];
  const found = entries.find(
    (entry) => entry.id === id && (client === undefined || entry.client === undefined || entry.client === client),
  );
  return { dimension, id, title: found?.title ?? id };
}
