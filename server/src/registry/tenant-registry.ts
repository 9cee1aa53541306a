import type { DeclaredStep } from "@watchfloor/sql";

/** RegistryEntry is anything of a client that has an id of its own and a title for people. */
export interface RegistryEntry {
  readonly client: string;
  readonly id: string;
  readonly title: string;
}

/** RegistryClient is a retailer; its time zone and currency are the defaults of what is shown of it. */
export interface RegistryClient {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string | null;
  readonly currency: string | null;
}

/** RegistryStore is a store in its region; '' when nobody said in which. */
export interface RegistryStore extends RegistryEntry {
  readonly region: string;
  readonly brand: string;
  /** When it is open; '' = always. */
  readonly calendar: string;
  /** Nothing is expected of it any more. */
  readonly isDisabled?: boolean;
}

/** RegistryWorkflow is a kind of obligation; `steps` are what a run of it should do, in order (null = nobody said). */
export interface RegistryWorkflow extends RegistryEntry {
  readonly limitSeconds: number | null;
  readonly steps: readonly DeclaredStep[] | null;
}

/** TenantRegistry is what a tenant knows of its network, or the part of it that somebody may see; every list is sorted by client and id. */
export interface TenantRegistry {
  readonly clients: readonly RegistryClient[];
  readonly regions: readonly RegistryEntry[];
  readonly stores: readonly RegistryStore[];
  readonly channels: readonly RegistryEntry[];
  readonly partners: readonly (RegistryEntry & { readonly kind: string })[];
  readonly workflows: readonly RegistryWorkflow[];
}

/** DeclaredFeed is a stream of events somebody expects; '' where a dimension does not apply. */
export interface DeclaredFeed {
  readonly client: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly cadenceSeconds: number;
  readonly declaredAt: Date;
  /** When it is expected; '' = while its store is open. */
  readonly calendar: string;
}
