import { matchesClientLimit, matchesLimit } from "../../registry/matches-limit.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { Pair, ReachFilter } from "../../scope/reach.js";
import { buildScope, type Scope } from "../../scope/scope.js";
import type { ProcessRefusal } from "../check-process-question.js";

/** PEER_DIMENSIONS: what is compared with others of its kind. */
export const PEER_DIMENSIONS = ["STORE", "CHANNEL", "PARTNER"] as const;
/** PeerDimension is one of `PEER_DIMENSIONS`. */
export type PeerDimension = (typeof PEER_DIMENSIONS)[number];

/** Peers is who is compared with whom. */
export interface Peers {
  readonly dimension: PeerDimension;
  /** What the question is about; never a peer. */
  readonly own: readonly Pair[];
  /** Scope and filter of the peers: the same but for the dimension, and only clients of `own`. */
  readonly scope: Scope;
  readonly filter: ReachFilter;
  /** The caller may not see peers one by one: only what enough of them did together is told. */
  readonly isAggregateOnly: boolean;
}

/**
 * choosePeers takes the first of store, channel and partner in which the filter or the scope narrows the question. Its peers are the
 * others of the same client; whatever else narrows the question narrows both sides.
 * `own` comes from what the caller may see, so that naming somebody else's store cannot take it out of the peers.
 */
export function choosePeers(
  scope: Scope,
  filter: ReachFilter,
  visible: TenantRegistry,
): { readonly peers: Peers } | { readonly refusal: ProcessRefusal } {
  const dimension = PEER_DIMENSIONS.find((each) => isNarrowed(each, scope, filter));
  if (dimension === undefined)
    return refuse(
      "filter",
      "Nothing is compared.",
      "Name stores, regions, channels or partners to compare with the others.",
    );
  const own = listOwn(dimension, filter, visible);
  if (own.length === 0)
    return refuse(
      "filter",
      `There is no such ${dimension.toLowerCase()} within your scope.`,
      "Name one that you can see.",
    );
  const { stores, regions, channels, partners, ...rest } = filter;
  const clients = [...new Set(own.map(({ client }) => client))];
  const { tenant, role, subjectId } = scope;
  const unlimited = { STORE: ["stores", "regions"], CHANNEL: ["channels"], PARTNER: ["partners"] }[dimension];
  const without = <Limits extends object>(limits: Limits) =>
    Object.fromEntries(Object.entries(limits).filter(([name]) => !unlimited.includes(name)));
  const limits = { stores: scope.stores, regions: scope.regions, channels: scope.channels, partners: scope.partners };
  return {
    peers: {
      ...{ dimension, own },
      scope: buildScope({ tenant, role, subjectId, clients, ...without(limits) }),
      filter: { ...rest, ...without({ stores, regions, channels, partners }), clients },
      isAggregateOnly: isLimited(dimension, scope),
    },
  };
}

function isLimited(dimension: PeerDimension, scope: Scope): boolean {
  if (dimension === "STORE") return scope.stores !== null || scope.regions !== null;
  return (dimension === "CHANNEL" ? scope.channels : scope.partners) !== null;
}

function isNarrowed(dimension: PeerDimension, scope: Scope, filter: ReachFilter): boolean {
  if (isLimited(dimension, scope)) return true;
  if (dimension === "STORE") return filter.stores != null || filter.regions != null;
  return (dimension === "CHANNEL" ? filter.channels : filter.partners) != null;
}

function listOwn(dimension: PeerDimension, filter: ReachFilter, visible: TenantRegistry): Pair[] {
  const ofClient = ({ client }: Pair) => matchesLimit(filter.clients ?? null, client);
  if (dimension === "STORE")
    return visible.stores
      .filter(ofClient)
      .filter(({ client, id }) => matchesClientLimit(filter.stores ?? null, client, id))
      .filter(({ client, region }) => matchesClientLimit(filter.regions ?? null, client, region))
      .map(readPair);
  const [entries, ids] =
    dimension === "CHANNEL" ? [visible.channels, filter.channels] : [visible.partners, filter.partners];
  return entries
    .filter(ofClient)
    .filter(({ client, id }) => matchesClientLimit(ids ?? null, client, id))
    .map(readPair);
}

const readPair = ({ client, id }: Pair): Pair => ({ client, id });

function refuse(field: string, message: string, remedy: string): { refusal: ProcessRefusal } {
  return { refusal: { field, message, remedy } };
}
