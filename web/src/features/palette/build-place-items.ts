import type { Names } from "../../registry/build-names.js";
import type { Registry } from "../../registry/registry-query.js";
import type { PaletteItem, PaletteKind } from "./palette-item.js";

/** PlaceRoads is where places lead. */
export interface PlaceRoads {
  readonly openStore: (client: string, store: string) => void;
  readonly openWorkflow: (client: string, workflow: string) => void;
  readonly openClient: (client: string) => void;
  readonly openChannel: (client: string, channel: string) => void;
  readonly openPartner: (client: string, partner: string) => void;
}

/** buildPlaceItems lists everything of the registry that one can go to; a workflow opens its runs, all others have a page of their own. */
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
    ...registry.clients.map((one) => item("Client", { ...one, client: one.id }, () => roads.openClient(one.id))),
    ...registry.stores.map((one) => item("Store", one, () => roads.openStore(one.client, one.id))),
    ...registry.channels.map((one) => item("Channel", one, () => roads.openChannel(one.client, one.id))),
    ...registry.partners.map((one) => item("Partner", one, () => roads.openPartner(one.client, one.id))),
  ];
}
