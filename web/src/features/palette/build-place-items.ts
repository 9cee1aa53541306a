import type { Names } from "../../registry/build-names.js";
import type { Registry } from "../../registry/registry-query.js";
import type { PaletteItem, PaletteKind } from "./palette-item.js";

/** PlaceRoads is where places lead. */
export interface PlaceRoads {
  readonly openStore: (client: string, store: string) => void;
  readonly openWorkflow: (client: string, workflow: string) => void;
  /** narrow keeps the page and narrows it to one client, channel or partner. */
  readonly narrow: (scope: { client: string; channel?: string; partner?: string }) => void;
}

/** buildPlaceItems lists everything of the registry that one can go to: stores and workflows open, clients, channels and partners narrow the page. */
export function buildPlaceItems(registry: Registry, names: Names, roads: PlaceRoads): readonly PaletteItem[] {
  const noteOf = (client: string): string => (registry.clients.length > 1 ? names.client(client) : "");
  const item = (
    kind: PaletteKind,
    of: { client: string; id: string; title: string },
    run: () => void,
  ): PaletteItem => ({
    key: `${kind} ${of.client} ${of.id}`,
    kind,
    title: of.title,
    note: kind === "Client" ? "" : noteOf(of.client),
    words: of.id,
    run,
  });
  return [
    ...registry.workflows.map((one) => item("Workflow", one, () => roads.openWorkflow(one.client, one.id))),
    ...registry.clients.map((one) =>
      item("Client", { ...one, client: one.id }, () => roads.narrow({ client: one.id })),
    ),
    ...registry.stores.map((one) => item("Store", one, () => roads.openStore(one.client, one.id))),
    ...registry.channels.map((one) =>
      item("Channel", one, () => roads.narrow({ client: one.client, channel: one.id })),
    ),
    ...registry.partners.map((one) =>
      item("Partner", one, () => roads.narrow({ client: one.client, partner: one.id })),
    ),
  ];
}
