/** WebhookRefused says why a source was not declared or changed, and what to do about it. */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
}
