import type { ChangeTarget, EventDocument } from "../events/event-document.js";
import type { ReceivedEvent } from "../events/received-event.js";

/** ChangedNetwork collects which part of a tenant's network a batch touches, for open pages and for the registry. */
export class ChangedNetwork {
  readonly #tenants = new Map<string, TenantChange>();

  add(received: ReceivedEvent): void {
    const { event } = received;
    const change = this.#getTenant(received.tenant);
    change.clients.add(event.client);
    remember(change.workflows, event.client, event.workflow);
    addPlace(change, event, event);
    if (event.target !== undefined) addPlace(change, event, event.target);
    for (const target of event.targets ?? []) addPlace(change, event, target);
  }

  /** addObligation adds the workflow of a rule that the event takes part in. */
  addObligation({ tenant, event }: ReceivedEvent, rule: { readonly id: string; readonly title: string }): void {
    remember(this.#getTenant(tenant).workflows, event.client, rule.id, { title: rule.title });
  }

  /** clear forgets everything. */
  clear(): void {
    this.#tenants.clear();
  }

  #getTenant(tenant: string): TenantChange {
    let change = this.#tenants.get(tenant);
    if (change === undefined) {
      change = {
        clients: new Set(),
        workflows: new Map(),
        stores: new Map(),
        channels: new Map(),
        partners: new Map(),
      };
      this.#tenants.set(tenant, change);
    }
    return change;
  }

  get tenants(): ReadonlyMap<string, TenantChange> {
    return this.#tenants;
  }
}

/** Place is one registered thing of a client; `region` and `title` are hints for what was never seen before. */
export interface Place {
  readonly client: string;
  readonly id: string;
  readonly region?: string | undefined;
  readonly title?: string | undefined;
}

/** TenantChange is what a batch touched of one tenant. */
export interface TenantChange {
  readonly clients: Set<string>;
  readonly workflows: Map<string, Place>;
  readonly stores: Map<string, Place>;
  readonly channels: Map<string, Place>;
  readonly partners: Map<string, Place>;
}

function addPlace(change: TenantChange, event: EventDocument, place: ChangeTarget): void {
  remember(change.stores, event.client, place.store, { region: event.region });
  remember(change.channels, event.client, place.channel);
  remember(change.partners, event.client, place.partner);
}

function remember(
  map: Map<string, Place>,
  client: string,
  id: string | undefined,
  hint: Pick<Place, "region" | "title"> = {},
): void {
  if (!id) return;
  const key = `${client}/${id}`;
  if (!map.has(key)) map.set(key, { client, id, ...hint });
}
