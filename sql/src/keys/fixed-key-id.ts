/** fixedKeyId is the id of the key that `WATCHFLOOR_INGEST_KEY` fixes for a tenant; its secret is the settings' to change. */
export function fixedKeyId(tenant: string): string {
  return `${tenant}:fixed`;
}
