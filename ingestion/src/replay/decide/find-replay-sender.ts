import { findApiKey, findWebhookSource, type Postgres } from "@watchfloor/sql";
import type { IngestKey } from "../../events/ingest-key.js";
import { readKeptPayload } from "../../receive/webhooks/read-kept-payload.js";
import type { RejectedRow } from "../pages/rejected-row.js";
import type { ReplaySender } from "./replay-sender.js";
import { readWebhookKey, webhookKey } from "../../receive/webhooks/webhook-key.js";

type Row = Pick<RejectedRow, "sentBy" | "client" | "reason" | "payload">;

/**
 * findReplaySender finds who sent a refused event and what that key may send now: it proved who it was when the event came, so a key that has
 * ended since counts as it was. A webhook speaks for the client it was declared for, as then. Of a row whose key is not known the client
 * is all that can be trusted.
 */
export async function findReplaySender(postgres: Postgres, tenant: string, row: Row): Promise<ReplaySender> {
  const id = row.sentBy === "" ? findFormerWebhook(row) : row.sentBy;
  const nobody: IngestKey = {
    ...{ id, tenant, clients: row.client === "" ? [] : [row.client], sources: null },
    // What a key that is not known was not allowed then, it is not allowed now.
    kinds: row.reason === "kind_not_allowed" ? [] : null,
    isBackfill: false,
    isImport: false,
  };
  const source = readWebhookKey(id);
  if (source !== undefined) {
    const webhook = await findWebhookSource(postgres, tenant, source);
    const client = row.client || webhook?.client;
    return { key: { ...nobody, clients: client === undefined ? [] : [client], kinds: null }, webhook };
  }
  const known = id === "" ? undefined : await findApiKey(postgres, tenant, id);
  if (known?.kind !== "ingest") return { key: nobody };
  const { clients, kinds, sources, isBackfill } = known;
  return { key: { ...nobody, clients, kinds, sources, isBackfill } };
}

/** Rows of former releases do not say by whom they were sent; only a webhook's could not be mapped. */
function findFormerWebhook({ reason, payload }: Row): string {
  const kept = reason === "mapping_failed" ? readKeptPayload(payload) : undefined;
  return kept === undefined ? "" : webhookKey(kept.source);
}
