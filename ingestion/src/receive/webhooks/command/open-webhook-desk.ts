import {
  chooseSecretBox,
  createWebhookSource,
  ensureTenant,
  listWebhookSources,
  migratePostgres,
  openClickHouse,
  openPostgres,
  revokeWebhookSource,
  rotateWebhookSource,
  type NewWebhookSecret,
  type Settings,
  type WebhookDeclaration,
  type WebhookProblem,
  type WebhookSource,
} from "@watchfloor/sql";
import { MappingShelf } from "../mapping-shelf.js";
import { WebhookRefused } from "./webhook-refused.js";

/** WebhookSurroundings are what the command gets from the process. */
export interface WebhookSurroundings {
  readonly settings: Settings;
  readonly input: NodeJS.ReadableStream;
  readonly out: NodeJS.WritableStream;
  readonly now: () => Date;
}

/** WebhookDesk changes the webhook sources of one tenant. Its methods reject with `WebhookRefused` or `DefinitionFault`. */
export interface WebhookDesk {
  add(declared: Omit<WebhookDeclaration, "tenant">): Promise<NewWebhookSecret>;
  list(): Promise<WebhookSource[]>;
  rotate(rotated: { source: string; secret: string | undefined }): Promise<NewWebhookSecret>;
  revoke(revoked: { source: string; secretId: string | undefined }): Promise<number>;
  close(): Promise<void>;
}

/** openWebhookDesk opens the store of the settings' tenant. Rejects with `DataDirectoryTaken` when the product runs on it. */
export async function openWebhookDesk({ settings, now }: WebhookSurroundings): Promise<WebhookDesk> {
  const { dataDirectory, tenant, databaseUrl } = settings;
  const box = chooseSecretBox(settings);
  if (box === undefined) throw new WebhookRefused("WATCHFLOOR_SECRET_KEY must be set, the same for every process");
  // TRICKY: embedded Postgres has no lock of its own; the analytics engine's lock keeps a running installation apart.
  const lock = databaseUrl === undefined ? openClickHouse({ dataDirectory }) : undefined;
  const postgres = await openPostgres({ url: databaseUrl, dataDirectory });
  await migratePostgres(postgres);
  await ensureTenant(postgres, { id: tenant, title: tenant, isDemo: false, now: now() });
  const mappings = new MappingShelf(dataDirectory, now);
  return {
    async add(declared) {
      await mappings.get(declared.mapping);
      return demand(await createWebhookSource(postgres, { tenant, ...declared }, { box, now: now() }));
    },
    list: () => listWebhookSources(postgres, tenant),
    rotate: async (rotated) => demand(await rotateWebhookSource(postgres, { tenant, ...rotated }, { box, now: now() })),
    async revoke(revoked) {
      const ended = await revokeWebhookSource(postgres, { tenant, ...revoked }, now());
      if (ended === 0) throw new WebhookRefused(`there is no active source or secret of the name "${revoked.source}"`);
      return ended;
    },
    async close() {
      await postgres.close();
      await lock?.close();
    },
  };
}

function demand(made: NewWebhookSecret | WebhookProblem): NewWebhookSecret {
  if ("code" in made) throw new WebhookRefused(made.message);
  return made;
}
