import { isIP } from "node:net";
import { isAllowedAddress } from "./is-allowed-address.js";
import type { WirePolicy } from "./wire-policy.js";

const MAX_URL = 2_000;

/** TargetRefusal is why nothing is sent to an address of the web. */
export const TARGET_REFUSALS = ["INVALID_URL", "NOT_HTTPS", "HAS_USER", "PORT_NOT_ALLOWED", "PRIVATE_ADDRESS"] as const;

/** RefusedTarget says why, and what to do. It never repeats the address, which may hold a secret. */
export interface RefusedTarget {
  readonly reason: (typeof TARGET_REFUSALS)[number];
  readonly message: string;
}

/**
 * checkTargetUrl reads an address that somebody gave. Hosts are read as the web does, so 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1; names
 * are looked up when something is sent, and refused then if they lead inside.
 */
export function checkTargetUrl(text: string, policy: WirePolicy): URL | RefusedTarget {
  const url = text.length <= MAX_URL && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === "")
    return { reason: "INVALID_URL", message: `A web address of at most ${MAX_URL} characters is needed.` };
  if (url.protocol !== "https:" && !(policy.isHttpAllowed && url.protocol === "http:"))
    return { reason: "NOT_HTTPS", message: "The address must begin with https://." };
  if (url.username !== "" || url.password !== "")
    return { reason: "HAS_USER", message: "The address must not name a user or password." };
  if (!isPortAllowed(readPort(url), policy))
    return { reason: "PORT_NOT_ALLOWED", message: "Messages go to ports 443 and 8443, and those the operator allows." };
  const host = readHost(url);
  if (isIP(host) !== 0 && !isAllowedAddress(host, policy))
    return {
      reason: "PRIVATE_ADDRESS",
      message: "The address is not a public one, and the operator does not allow it.",
    };
  return url;
}

/** readHost returns the host of an address without the brackets of IPv6. */
export function readHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

function readPort({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "http:" ? 80 : 443;
}

function isPortAllowed(port: number, { allowedPorts }: WirePolicy): boolean {
  return allowedPorts.some(([from, to]) => port >= from && port <= to);
}
