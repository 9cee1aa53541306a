import type { IngestKey } from "../../events/ingest-key.js";

/** buildImportKey makes the key an import acts with on its own machine: all clients and kinds of the tenant, of any age. */
export function buildImportKey(tenant: string): IngestKey {
  return { id: "import", tenant, clients: null, kinds: null, isBackfill: true, isImport: true };
}
