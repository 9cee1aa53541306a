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

interface Titles {
  readonly registry: TenantRegistry;
  /** Titles of policies by id. */
  readonly policies: ReadonlyMap<string, string>;
}

/** shapeKey gives a part of a key the title that is known of it; an absent id is null. */
export function shapeKey({ registry, policies }: Titles, key: readonly KeyedId[], { dimension, id }: KeyedId): KeyPart {
  if (id === "") return { dimension, id: null, title: null };
  if (dimension === "POLICY") return { dimension, id, title: policies.get(id) ?? id };
  const client = key.find((part) => part.dimension === "CLIENT")?.id;
  const entries = LISTS[dimension]?.(registry) ?? [];
  const found = entries.find(
    (entry) => entry.id === id && (client === undefined || entry.client === undefined || entry.client === client),
  );
  return { dimension, id, title: found?.title ?? id };
}
