import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isAllowedAddress } from "./is-allowed-address.js";
import type { WireFault } from "./wire-answer.js";
import type { WirePolicy } from "./wire-policy.js";

/** LookUp asks for all addresses of a name; rejects when there are none. */
export type LookUp = (host: string) => Promise<readonly string[]>;

/** lookUpAddresses asks the resolver of the system. */
export const lookUpAddresses: LookUp = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** TargetAddress is the address to connect to, judged; or why there is none. */
export type TargetAddress = { readonly address: string } | { readonly fault: WireFault; readonly detail: string };

/**
 * findTargetAddress looks a name up once and judges all of its addresses: one that leads inside refuses the name. Connecting to exactly this
 * address is what keeps a name from answering otherwise a moment later (rebinding).
 */
export async function findTargetAddress(host: string, policy: WirePolicy, lookUp: LookUp): Promise<TargetAddress> {
  const addresses = isIP(host) === 0 ? await lookUp(host).catch(() => []) : [host];
  const [address] = addresses;
  if (address === undefined) return { fault: "unknown_host", detail: `The name ${host} is not known.` };
  if (!addresses.every((each) => isAllowedAddress(each, policy)))
    return { fault: "private_address", detail: `${host} is at an address that is not public.` };
  return { address };
}
