import type { Notice } from "./narrow-signal.js";

/** More stores than this are told as "many". */
const MAX_STORES = 500;

/** joinNotices makes one notice of two: the newer time and everything that either touched. */
export function joinNotices(left: Notice, right: Notice): Notice {
  const stores =
    left.stores === null || right.stores === null
      ? null
      : [...new Map([...left.stores, ...right.stores].map((ref) => [`${ref.client}\0${ref.store}`, ref])).values()];
  return {
    at: left.at > right.at ? left.at : right.at,
    clients: [...new Set([...left.clients, ...right.clients])],
    workflows: [...new Set([...left.workflows, ...right.workflows])],
    stores: stores !== null && stores.length > MAX_STORES ? null : stores,
  };
}
