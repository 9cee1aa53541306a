import {
  createApiKey,
  findApiKey,
  fixedKeyId,
  listApiKeys,
  MAX_LISTED_KEYS,
  revokeApiKey,
  rotateApiKey,
  type ApiKeySummary,
  type Postgres,
} from "@watchfloor/sql";
import type { Logger } from "pino";
import { checkNewIngestKey, type IngestKeyWish } from "./check-new-ingest-key.js";
import type { IngestKeyRefusal } from "./ingest-key-refusal.js";
import { isManaged, type KeyManager } from "./key-manager.js";

const MAX_ACTIVE_KEYS = MAX_LISTED_KEYS / 2;
const MAX_GRACE_SECONDS = 30 * 86_400;

/** IngestKeyView is a key as administrators see it. */
export interface IngestKeyView extends ApiKeySummary {
  /** Whether its secret comes from `WATCHFLOOR_INGEST_KEY`. */
  readonly isFixed: boolean;
}

/** IngestKeyAnswer is the key together with its secret when there is a new one, which is shown this once; or why not. */
export type IngestKeyAnswer =
  { readonly key: IngestKeyView; readonly secret: string | undefined } | { readonly refusal: IngestKeyRefusal };

/** IngestKeysService makes, rotates and ends ingest keys. Every change is logged: which key, of whom, by whom. */
export class IngestKeysService {
  constructor(private readonly parts: { postgres: Postgres; now: () => Date; logger: Logger }) {}

  /** list returns the keys a manager may change, active ones first. */
  async list(manager: KeyManager): Promise<readonly IngestKeyView[]> {
    const keys = await listApiKeys(this.parts.postgres, manager.tenant);
    return keys.filter((key) => key.kind === "ingest" && isManaged(key, manager)).map(toView(manager));
  }

  /** create makes a key. */
  async create(manager: KeyManager, wish: IngestKeyWish): Promise<IngestKeyAnswer> {
    const now = this.parts.now();
    const checked = checkNewIngestKey(wish, manager, now);
    if ("refusal" in checked) return checked;
    const keys = await listApiKeys(this.parts.postgres, manager.tenant);
    if (keys.filter((key) => key.revokedAt === null).length >= MAX_ACTIVE_KEYS)
      return refuse("TOO_MANY", `A tenant has at most ${MAX_ACTIVE_KEYS} active keys: revoke one that is not used.`);
    const { id, secret } = await createApiKey(this.parts.postgres, checked.key, now);
    return this.answer(manager, { id, secret, change: "created" });
  }

  /** rotate gives a key a new secret; the present one goes on working for `graceSeconds`. */
  async rotate(manager: KeyManager, id: string, graceSeconds: number): Promise<IngestKeyAnswer> {
    if (!Number.isInteger(graceSeconds) || graceSeconds < 0 || graceSeconds > MAX_GRACE_SECONDS)
      return refuse("INVALID", `The grace period is 0 to ${MAX_GRACE_SECONDS} seconds.`, "graceSeconds");
    if ((await this.find(manager, id)) === undefined) return notFound();
    if (id === fixedKeyId(manager.tenant))
      return refuse(
        "FIXED_BY_SETTINGS",
        "The secret of this key is WATCHFLOOR_INGEST_KEY: change it there and restart.",
      );
    const { tenant } = manager;
    const now = this.parts.now();
    const rotated = await rotateApiKey(this.parts.postgres, { tenant, id, kind: "ingest", graceSeconds, now });
    if (rotated === undefined) return refuse("ENDED", "The key was revoked or has expired: make a new one.");
    return this.answer(manager, { id, secret: rotated.secret, change: "rotated" });
  }

  /** revoke ends a key for good; receivers notice within five seconds. */
  async revoke(manager: KeyManager, id: string): Promise<IngestKeyAnswer> {
    if ((await this.find(manager, id)) === undefined) return notFound();
    const isRevoked = await revokeApiKey(this.parts.postgres, manager.tenant, id, this.parts.now());
    if (!isRevoked) return refuse("ENDED", "The key was revoked before.");
    return this.answer(manager, { id, secret: undefined, change: "revoked" });
  }

  private async find(manager: KeyManager, id: string): Promise<ApiKeySummary | undefined> {
    const key = await findApiKey(this.parts.postgres, manager.tenant, id);
    return key?.kind === "ingest" && isManaged(key, manager) ? key : undefined;
  }

  private async answer(
    manager: KeyManager,
    { id, secret, change }: { id: string; secret: string | undefined; change: string },
  ): Promise<IngestKeyAnswer> {
    this.parts.logger.info({ tenant: manager.tenant, key: id, by: manager.subjectId }, `ingest key ${change}`);
    const key = await this.find(manager, id);
    return key === undefined ? notFound() : { key: toView(manager)(key), secret };
  }
}

function toView({ tenant }: KeyManager): (key: ApiKeySummary) => IngestKeyView {
  return (key) => ({ ...key, isFixed: key.id === fixedKeyId(tenant) });
}

function notFound(): IngestKeyAnswer {
  return refuse("NOT_FOUND", "There is no such ingest key.", "id");
}

function refuse(reason: IngestKeyRefusal["reason"], message: string, field?: string): IngestKeyAnswer {
  return { refusal: { reason, field, message } };
}
