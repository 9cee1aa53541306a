import { randomBytes } from "node:crypto";

/** ApiKeyKind says what a key may do: `ingest` can only send, `read` can only ask. */
export type ApiKeyKind = "ingest" | "read";

const PREFIXES: Readonly<Record<ApiKeyKind, string>> = { ingest: "wfi_", read: "wfr_" };
const SECRET_BYTES = 24;

/** buildApiKeySecret makes a key of 192 random bits; its prefix (`wfi_`, `wfr_`) tells people and secret scanners what was found. */
export function buildApiKeySecret(kind: ApiKeyKind): string {
  return PREFIXES[kind] + randomBytes(SECRET_BYTES).toString("base64url");
}
