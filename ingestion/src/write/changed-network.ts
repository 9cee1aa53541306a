import type { ReceivedEvent } from "../events/received-event.js";

/** ChangedNetwork collects which part of a tenant's network a batch touches, for open pages and for the registry. */
export class ChangedNetwork {
  readonly #tenants = new Map<string, TenantChange>();

  add(received: ReceivedEvent): void {
    const { event, tenant } = received;
    let change = this.#tenants.get(tenant);
    if (change === undefined) {
      change = { clients: new Set(), workflows: new Map(), stores: new Map(), channels: new Map(), partners: new Map() };
      this.#tenants.set(tenant, change);
    }
    change.clients.add(event.client);
    const remember = (map: Map<string, Place>, id: string | undefined, region?: string) => {
      if (id) map.set(`${event.client}/${id}`, { client: event.client, id, region: region ?? "" });
    };
    remember(change.workflows, event.workflow);
    for (const place of [event, event.target, ...(event.targets ?? [])]) {
      remember(change.stores, place?.store, event.region);
      remember(change.channels, place?.channel);
      remember(change.partners, place?.partner);
    }
  }

  get tenants(): ReadonlyMap<string, TenantChange> {
    return this.#tenants;
  }
}

/** Place is one registered thing of a client; `region` is a hint for stores that were never seen before. */
export interface Place {
  readonly client: string;
  readonly id: string;
  readonly region: string;
}

/** TenantChange is what a batch touched of one tenant. */
export interface TenantChange {
  readonly clients: Set<string>;
  readonly workflows: Map<string, Place>;
  readonly stores: Map<string, Place>;
  readonly channels: Map<string, Place>;
  readonly partners: Map<string, Place>;
}
