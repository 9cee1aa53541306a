const PREFIX = "webhook:";

/** webhookKey names the key of events that a webhook source sends: its signature is the credential, there is no key of its own. */
export function webhookKey(source: string): string {
  return `${PREFIX}${source}`;
}

/** readWebhookKey returns the source that `webhookKey` named; undefined for every other key. */
export function readWebhookKey(id: string): string | undefined {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
}
