import type { SimulatedClient } from "../../simulation.js";

/** SystemFeed is a feed that belongs to no store: a central system, by channel or partner where it tells them apart. */
export interface SystemFeed {
  readonly source: string;
  readonly channel?: string;
  readonly partner?: string;
}

const CENTRAL: readonly SystemFeed[] = [
  { source: "pricing-engine" },
  { source: "promotion-planner" },
  { source: "service-desk" },
  ...["order-hub", "carrier-hub", "erp"].flatMap((source) => [
    { source, channel: "web" },
    { source, channel: "contact-centre" },
    { source, channel: "pos" },
    { source, channel: "marketplace:merkado", partner: "merkado" },
  ]),
];

/** listSystemFeeds lists the feeds of a client that are not stores. */
export function listSystemFeeds(client: SimulatedClient): readonly SystemFeed[] {
  return [...CENTRAL, ...client.partners.map(({ id }) => ({ source: "partner-portal", partner: id }))];
}
