import ipaddr from "ipaddr.js";
import type { WirePolicy } from "./wire-policy.js";

/** All of IPv6 that is routed today (RFC 4291 2.4): what translates to IPv4, local and mapped forms lie outside, known or not. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * isAllowedAddress tells whether messages may go to an address: public ones, and ranges that the operator allows. Mapped forms of IPv4 are
 * judged as what they reach; those that a translator or tunnel would turn into IPv4 (NAT64, 6to4, Teredo) are refused whole.
 */
export function isAllowedAddress(text: string, { allowedRanges }: Pick<WirePolicy, "allowedRanges">): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  const isListed = allowedRanges.some((range) => range[0].kind() === address.kind() && address.match(range));
  if (isListed) return true;
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}
