import {
  createWebhookSource,
  listWebhookSources,
  revokeWebhookSource,
  rotateWebhookSource,
  type NewWebhookSecret,
  type Postgres,
  type SecretBox,
  type WebhookDeclaration,
  type WebhookProblem,
  type WebhookSource,
} from "@watchfloor/sql";
import type { Scope } from "../scope/scope.js";

/** WebhookOptions are what the service stands on; without a box there is no key to encrypt secrets with. */
export interface WebhookOptions {
  readonly postgres: Postgres;
  readonly secretBox?: SecretBox | undefined;
  readonly now: () => Date;
}

const NO_KEY: WebhookProblem = {
  code: "no_secret_key",
  message: "WATCHFLOOR_SECRET_KEY must be set, the same for every ingest and api process",
};

/** WebhooksService declares the senders of webhooks of a tenant, within the clients of whoever asks. Who may ask is decided before. */
export class WebhooksService {
  constructor(private readonly options: WebhookOptions) {}

  /** find gives the sources of the scope's clients, never a secret. */
  async find(scope: Scope): Promise<WebhookSource[]> {
    const sources = await listWebhookSources(this.options.postgres, scope.tenant);
    return sources.filter(({ client }) => isWithin(scope, client));
  }

  create(scope: Scope, declared: Omit<WebhookDeclaration, "tenant">): Promise<NewWebhookSecret | WebhookProblem> {
    const { postgres, secretBox: box, now } = this.options;
    if (box === undefined) return Promise.resolve(NO_KEY);
    if (!isWithin(scope, declared.client))
      return Promise.resolve({ code: "not_found", message: `there is no client "${declared.client.slice(0, 80)}"` });
    return createWebhookSource(postgres, { ...declared, tenant: scope.tenant }, { box, now: now() });
  }

  async rotate(scope: Scope, source: string, secret: string | undefined): Promise<NewWebhookSecret | WebhookProblem> {
    const { postgres, secretBox: box, now } = this.options;
    if (box === undefined) return NO_KEY;
    if (!(await this.#isSeen(scope, source))) return buildNotFound(source);
    return rotateWebhookSource(postgres, { tenant: scope.tenant, source, secret }, { box, now: now() });
  }

  /** revoke ends one secret or, when none is named, the source; how many secrets ended. */
  async revoke(scope: Scope, source: string, secretId: string | undefined): Promise<number | WebhookProblem> {
    const { postgres, now } = this.options;
    const isSeen = await this.#isSeen(scope, source);
    const ended = isSeen ? await revokeWebhookSource(postgres, { tenant: scope.tenant, source, secretId }, now()) : 0;
    return ended > 0 ? ended : buildNotFound(source);
  }

  async #isSeen(scope: Scope, source: string): Promise<boolean> {
    return (await this.find(scope)).some((known) => known.source === source);
  }
}

function isWithin({ clients }: Scope, client: string): boolean {
  return clients === null || clients.includes(client);
}

function buildNotFound(source: string): WebhookProblem {
  return { code: "not_found", message: `there is no active source or secret of the name "${source.slice(0, 80)}"` };
}
