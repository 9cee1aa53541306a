import type { Mapping } from "@watchfloor/dashboards";
import type { WebhookSecret } from "@watchfloor/sql";

/** WebhookParts are what the webhook door stands on. */
export interface WebhookParts {
  /** The active secrets of all sources of a name; undefined = this installation has no key to open secrets with. */
  readonly findSecrets: ((source: string) => Promise<readonly WebhookSecret[]>) | undefined;
  /** Rejects with `DefinitionFault` when the mapping cannot be used. */
  readonly getMapping: (name: string) => Promise<Mapping>;
  readonly now: () => Date;
}
