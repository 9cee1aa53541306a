/** NetworkStore is a store of a client. */
export interface NetworkStore {
  readonly id: string;
  readonly title: string;
  readonly region: string;
}

/** NetworkPartner is a trading partner of a client. */
export interface NetworkPartner {
  readonly id: string;
  readonly title: string;
  readonly kind: "reseller" | "marketplace" | "supplier";
}

/** NetworkStep is a step a workflow should have, at this place of its list; once and always, unless it says otherwise. */
export interface NetworkStep {
  readonly step: string;
  readonly isOptional: boolean;
  readonly mayRepeat: boolean;
}

/** NetworkWorkflow is a workflow with the time people expect it to take, what becomes of versions that come after newer ones, and the steps it should have, in order. */
export interface NetworkWorkflow {
  readonly id: string;
  readonly title: string;
  readonly limitSeconds: number;
  readonly outOfSequence?: "apply" | "applyIfNewer" | "ignore" | "hold" | undefined;
  readonly steps?: readonly NetworkStep[] | undefined;
}

/** NetworkClient is a retailer with everything registered for it; `hours` by local weekday, Monday first, null = closed. */
export interface NetworkClient {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly ordersPerDay: number;
  readonly hours: readonly (readonly [number, number] | null)[];
  readonly priceLists: readonly string[];
  readonly regions: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
  readonly partners: readonly NetworkPartner[];
  readonly stores: readonly NetworkStore[];
  readonly workflows: readonly NetworkWorkflow[];
}

/** Network is a service provider with its clients: what the registry is seeded with and the simulator plays. */
export interface Network {
  readonly tenant: { readonly title: string; readonly timeZone: string };
  readonly clients: readonly NetworkClient[];
}
