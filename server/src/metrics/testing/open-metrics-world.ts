import { migratePostgres, openEmbeddedPostgres, schema, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { RegistryService } from "../../registry/registry.service.js";
import { MetricsRepository } from "../execution/metrics.repository.js";
import { MetricsService } from "../execution/metrics.service.js";
import { FigureSettingsService } from "../settings/figure-settings.service.js";

/** MetricsWorld is both engines with two tenants of the same network, and the service on them. */
export interface MetricsWorld {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly registry: RegistryService;
  readonly service: MetricsService;
  readonly settings: FigureSettingsService;
  /** What "now" is; a test may move it. */
  now: Date;
  close(): Promise<void>;
}

/** TENANTS share every id, so that nothing but the tenant keeps them apart. */
export const TENANTS = ["t1", "t2"] as const;
/** STORES: ids repeat between clients; region of the registry. */
export const STORES = [
  { client: "c1", id: "s1", region: "north" },
  { client: "c1", id: "s2", region: "south" },
  { client: "c2", id: "s1", region: "south" },
  { client: "c2", id: "s3", region: "north" },
] as const;

/** openMetricsWorld opens engines in an empty directory; call `close` before the next world. */
export async function openMetricsWorld(directory: string, now: Date): Promise<MetricsWorld> {
  const clickhouse = await openMigratedClickHouse(directory, now);
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  await seedRegistry(postgres);
  const registry = new RegistryService({ postgres, now: () => new Date() });
  const settings = new FigureSettingsService({ postgres, registry, now: () => world.now });
  const world: MetricsWorld = {
    settings,
    clickhouse,
    postgres,
    registry,
    service: new MetricsService({
      repository: new MetricsRepository(clickhouse, () => new Date()),
      registry,
      settings,
      now: () => world.now,
    }),
    now,
    async close() {
      await clickhouse.close();
      await postgres.close();
    },
  };
  return world;
}

async function seedRegistry({ db }: Postgres): Promise<void> {
  for (const tenant of TENANTS) {
    await db.insert(schema.tenant).values({ id: tenant, title: tenant, timeZone: "Europe/Berlin" });
    await db
      .insert(schema.client)
      .values(["c1", "c2"].map((id) => ({ tenant, id, title: `Client ${id}`, timeZone: "UTC" })));
    await db.insert(schema.store).values(STORES.map((store) => ({ ...store, tenant, title: `Store ${store.id}` })));
    await db.insert(schema.region).values(
      [...new Set(STORES.map((store) => `${store.client}/${store.region}`))].map((pair) => ({
        tenant,
        client: pair.slice(0, 2),
        id: pair.slice(3),
        title: pair,
      })),
    );
    await db
      .insert(schema.channel)
      .values(["c1", "c2"].flatMap((client) => ["pos", "web"].map((id) => ({ tenant, client, id, title: id }))));
    await db
      .insert(schema.partner)
      .values(["c1", "c2"].map((client) => ({ tenant, client, id: "p1", title: "Partner" })));
  }
}
