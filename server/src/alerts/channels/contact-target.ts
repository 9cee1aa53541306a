/** CONTACT_KINDS is the closed list of channels. */
export const CONTACT_KINDS = ["email", "slack", "teams", "pagerduty", "webhook"] as const;

/** ContactKind is one of `CONTACT_KINDS`. */
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** SigningSecret signs until an instant in epoch milliseconds; null = it is the newest and has no end. */
export interface SigningSecret {
  readonly secret: string;
  readonly until: number | null;
}

/** ContactTargets is where messages of each channel go, in the clear: kept sealed, never shown. */
export interface ContactTargets {
  readonly email: { readonly address: string };
  readonly slack: { readonly url: string };
  readonly teams: { readonly url: string };
  /** `url` = a compatible service; null = PagerDuty itself. */
  readonly pagerduty: { readonly routingKey: string; readonly url: string | null };
  /** The newest secret first. */
  readonly webhook: { readonly url: string; readonly secrets: readonly SigningSecret[] };
}

/** ContactTarget is where the messages of one contact go. */
export type ContactTarget = {
  [Kind in ContactKind]: { readonly kind: Kind } & ContactTargets[Kind];
}[ContactKind];

/** listTargetSecrets names what of a target must not be shown anywhere. */
export function listTargetSecrets(target: ContactTarget): string[] {
  switch (target.kind) {
    case "email":
      return [];
    case "slack":
    case "teams":
      return [target.url];
    case "pagerduty":
      return [target.routingKey, ...(target.url === null ? [] : [target.url])];
    case "webhook":
      return [target.url, ...target.secrets.flatMap(({ secret }) => [secret, secret.replace(/^whsec_/, "")])];
  }
}
