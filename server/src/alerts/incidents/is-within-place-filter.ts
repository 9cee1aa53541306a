import { matchesClientLimit } from "../../registry/matches-limit.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertPlace } from "./is-incident-visible.js";

/** PlaceFilter narrows incidents as a page is narrowed; a missing list narrows nothing. */
export interface PlaceFilter {
  readonly clients?: readonly string[] | null | undefined;
  readonly regions?: readonly string[] | null | undefined;
  readonly stores?: readonly string[] | null | undefined;
  readonly channels?: readonly string[] | null | undefined;
  readonly partners?: readonly string[] | null | undefined;
  readonly workflows?: readonly string[] | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
  readonly changes?: readonly string[] | null | undefined;
}

/** What rules tell apart that is no place, by the label that says it. */
const SUBJECTS = { workflows: "workflow", sources: "source", changes: "change" } as const;

/**
 * isWithinPlaceFilter tells whether an incident is of what a page is narrowed to: what is of a whole client is not of one of its stores.
 * It narrows what somebody may see, and never widens it; `registry` is what they see.
 */
export function isWithinPlaceFilter(
  { client, store, channel, partner, labels }: AlertPlace & { readonly labels: Labels },
  filter: PlaceFilter,
  registry: Pick<TenantRegistry, "stores">,
): boolean {
  const isOf = (asked: readonly string[] | null | undefined, id: string) =>
    asked == null || (id !== "" && matchesClientLimit(asked, client, id));
  if (filter.clients != null && !filter.clients.includes(client)) return false;
  if (filter.regions != null) {
    const region = registry.stores.find((each) => each.client === client && each.id === store)?.region;
    if (region === undefined || !isOf(filter.regions, region)) return false;
  }
  const isOfSubjects = Object.entries(SUBJECTS).every(([name, label]) =>
    isOf(filter[name as keyof typeof SUBJECTS], labels[label] ?? ""),
  );
  return isOfSubjects && isOf(filter.stores, store) && isOf(filter.channels, channel) && isOf(filter.partners, partner);
}
