import { randomBytes } from "node:crypto";
import type { SigningSecret } from "../contact-target.js";

const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;
const MAX_OVERLAP_DAYS = 7;

/** buildSigningSecret makes a secret of Standard Webhooks: 32 random bytes, shown once to whoever asked for it. */
export function buildSigningSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** rotateSigningSecrets puts a new secret first; the newest before it signs on for `overlapDays` (0 to 7), older ones end. */
export function rotateSigningSecrets(
  before: readonly SigningSecret[],
  { secret, overlapDays, now }: { readonly secret: string; readonly overlapDays: number; readonly now: Date },
): SigningSecret[] {
  const days = Math.min(Math.max(overlapDays, 0), MAX_OVERLAP_DAYS);
  const [newest] = before;
  const former = newest === undefined || days === 0 ? [] : [{ ...newest, until: now.getTime() + days * DAY_MS }];
  return [{ secret, until: null }, ...former];
}
