import { z } from "zod";
import type { ScopeLimits } from "../../scope/scope.js";

const ids = z.array(z.string()).nullable();
const limitsText = z.strictObject({ clients: ids, regions: ids, stores: ids, channels: ids, partners: ids });

/** readLimits reads limits as `writeLimits` wrote them; undefined = they cannot be understood, and cover nothing. */
export function readLimits(text: string): ScopeLimits | undefined {
  try {
    const read = limitsText.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** writeLimits writes the limits of a scope, so that what somebody made never reaches further than they did. */
export function writeLimits({ clients, regions, stores, channels, partners }: ScopeLimits): string {
  return JSON.stringify({ clients, regions, stores, channels, partners });
}
