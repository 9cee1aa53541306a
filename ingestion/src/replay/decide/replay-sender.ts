import type { DeclaredWebhook } from "@watchfloor/sql";
import type { IngestKey } from "../../events/ingest-key.js";

/** ReplaySender is who sent a refused event: what it may send now, and for a webhook what it is declared for now. */
export interface ReplaySender {
  readonly key: IngestKey;
  readonly webhook?: DeclaredWebhook | undefined;
}
