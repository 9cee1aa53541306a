import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildUsableCondition } from "./build-usable-condition.js";

/** ReadKey is what a presented read key allows; a dimension missing in `scope` is unlimited within the tenant. */
export interface ReadKey {
  readonly id: string;
  readonly tenant: string;
  readonly title: string;
  /** As stored; whoever builds a scope from it checks its shape and refuses what it does not understand. */
  readonly scope: unknown;
}

/** findReadKey looks a presented secret up; undefined when it is unknown, expired, revoked, rotated away or of another kind. */
export async function findReadKey(postgres: Postgres, secret: string, now: Date): Promise<ReadKey | undefined> {
  const [row] = await postgres.db
    .select({ id: apiKey.id, tenant: apiKey.tenant, title: apiKey.title, scope: apiKey.scope })
    .from(apiKey)
    .where(buildUsableCondition(secret, "read", now));
  return row;
}
