/** buildSecretPlace names the row a secret is sealed for, so that a row copied to another tenant or source cannot be opened. */
export function buildSecretPlace({ tenant, source, id }: { tenant: string; source: string; id: string }): string {
  return JSON.stringify(["webhook_secret", tenant, source, id]);
}
