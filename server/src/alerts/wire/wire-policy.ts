import ipaddr from "ipaddr.js";

/** AddressRange is a block of addresses, such as 10.20.0.0/16. */
export type AddressRange = [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** PortRange is inclusive at both ends. */
export type PortRange = readonly [from: number, to: number];

/** WirePolicy is where the operator of an installation lets messages go besides public addresses by https on 443 and 8443. */
export interface WirePolicy {
  readonly allowedRanges: readonly AddressRange[];
  readonly allowedPorts: readonly PortRange[];
  /** Whether http is spoken at all: for receivers in one's own network. */
  readonly isHttpAllowed: boolean;
}

const ALWAYS_ALLOWED_PORTS: readonly PortRange[] = [
  [443, 443],
  [8443, 8443],
];

/** WirePolicyText is the policy as settings say it: lists separated by commas. */
export interface WirePolicyText {
  readonly ranges: string;
  readonly ports: string;
  readonly isHttpAllowed: boolean;
}

/** buildWirePolicy reads a policy, such as ranges "10.20.0.0/16,fd00:1::/32" and ports "9000,9100-9200". Throws with what it cannot read. */
export function buildWirePolicy({ ranges, ports, isHttpAllowed }: WirePolicyText): WirePolicy {
  return {
    allowedRanges: listParts(ranges).map((part) => {
      if (!ipaddr.isValidCIDR(part)) throw new Error(`"${part}" is no range of addresses: write 10.20.0.0/16.`);
      return ipaddr.parseCIDR(part);
    }),
    allowedPorts: [...ALWAYS_ALLOWED_PORTS, ...listParts(ports).map(readPorts)],
    isHttpAllowed,
  };
}

function readPorts(part: string): PortRange {
  const [, first = "", last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
  const range: PortRange = [Number(first), Number(last)];
  if (first === "" || range[0] > range[1] || range[1] > 65_535)
    throw new Error(`"${part}" is no port: write 9000 or 9100-9200.`);
  return range;
}

function listParts(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
