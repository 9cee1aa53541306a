import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { ScopeLimits } from "../../scope/scope.js";

const MAX_NAMED = 10;

/** describeLimits says in words what of a client a report is limited to, because whoever asked for it sees no more; nothing when it is whole. */
export function describeLimits(limits: ScopeLimits, registry: TenantRegistry): string[] {
  const name = (
    what: string,
    ids: readonly string[] | null,
    entries: readonly { client: string; id: string; title: string }[],
  ): string[] => {
    if (ids === null) return [];
    const titles = ids.map(
      (id) => entries.find((entry) => entry.id === id || `${entry.client}/${entry.id}` === id)?.title ?? id,
    );
    const more = titles.length > MAX_NAMED ? [`${titles.length - MAX_NAMED} more`] : [];
    return [`${what} ${[...titles.slice(0, MAX_NAMED), ...more].join(", ")}`];
  };
  return [
    ...name("regions", limits.regions, registry.regions),
    ...name("stores", limits.stores, registry.stores),
    ...name("channels", limits.channels, registry.channels),
    ...name("partners", limits.partners, registry.partners),
  ];
}
