import { registerDiscovered, type FoundInEvent, type Postgres } from "@watchfloor/sql";
import { LRUCache } from "lru-cache";
import type { Place, TenantChange } from "./changed-network.js";

/** Registrar writes clients, stores, channels, partners and workflows first seen in events to the registry, each once. */
export class Registrar {
  readonly #known = new LRUCache<string, true>({ max: 200_000 });

  constructor(private readonly postgres: Postgres) {}

  async register(tenant: string, change: TenantChange): Promise<void> {
    const fresh = new Map<string, FoundInEvent>();
    for (const client of change.clients) this.#addFresh(fresh, `${tenant}\0${client}`, { client });
    const places = (field: "store" | "channel" | "partner" | "workflow", map: Map<string, Place>) => {
      for (const { client, id, region, title } of map.values())
        this.#addFresh(fresh, `${tenant}\0${client}\0${field}\0${id}`, {
          client,
          [field]: id,
          ...(region ? { region } : {}),
          ...(title ? { title } : {}),
        });
    };
    places("workflow", change.workflows);
    places("store", change.stores);
    places("channel", change.channels);
    places("partner", change.partners);
    if (fresh.size === 0) return;
    await registerDiscovered(this.postgres, tenant, [...fresh.values()]);
    for (const key of fresh.keys()) this.#known.set(key, true);
  }

  #addFresh(fresh: Map<string, FoundInEvent>, key: string, found: FoundInEvent): void {
    if (!this.#known.has(key)) fresh.set(key, found);
  }
}
