import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ensureTenant,
  migratePostgres,
  openEmbeddedPostgres,
  seedRegistry,
  type ChangeSignal,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { Subject } from "rxjs";
import { FeedsService } from "../../feeds/feeds.service.js";
import { RegistryService } from "../../registry/registry.service.js";
import { RunsService } from "../../runs/runs.service.js";
import { buildScope, type Scope, type ScopeGrant } from "../../scope/scope.js";
import { LiveService } from "../live.service.js";

/** LiveWorld is both engines with two tenants of the same network, and the services of the live page on them. */
export interface LiveWorld {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly registry: RegistryService;
  readonly runs: RunsService;
  readonly feeds: FeedsService;
  readonly live: LiveService;
  readonly stored$: Subject<ChangeSignal>;
  /** What "now" is; a test may move it. */
  now: Date;
  close(): Promise<void>;
}

/** TENANTS share every id, so that nothing but the tenant keeps them apart. */
const TENANTS = ["t1", "t2"];
const CLIENTS = ["northmart", "halden"];
const STORES = [
  { client: "northmart", id: "0001", title: "Hamburg", region: "north" },
  { client: "northmart", id: "0002", title: "Bremen", region: "north" },
  { client: "northmart", id: "0003", title: "Munich", region: "south" },
  { client: "halden", id: "0001", title: "Oslo", region: "north" },
];

/** openLiveWorld opens fresh engines; close it before opening the next. */
export async function openLiveWorld(now: Date): Promise<LiveWorld> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-live-"));
  const clickhouse = await openMigratedClickHouse(directory, now);
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  for (const tenant of TENANTS) await seedTenant(postgres, tenant, now);
  const registry = new RegistryService({ postgres, now: () => new Date() });
  const stored$ = new Subject<ChangeSignal>();
  const readNow = () => world.now;
  const runs = new RunsService({ clickhouse, registry, now: readNow });
  const feeds = new FeedsService({ clickhouse, registry, stored$, now: readNow });
  const live = new LiveService({ clickhouse, registry, feeds, runs, stored$, now: readNow });
  const world: LiveWorld = {
    ...{ clickhouse, postgres, registry, runs, feeds, live, stored$, now },
    async close() {
      await clickhouse.close();
      await postgres.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return world;
}

/** grantScope makes the scope of somebody of tenant t1, limited as given. */
export function grantScope(limits: Partial<ScopeGrant> = {}): Scope {
  return buildScope({ tenant: "t1", role: "operations", subjectId: "p1", ...limits });
}

async function seedTenant(postgres: Postgres, tenant: string, now: Date): Promise<void> {
  await ensureTenant(postgres, { id: tenant, title: tenant, timeZone: "UTC", isDemo: false, now });
  const perClient = <Row>(build: (client: string) => Row) => CLIENTS.map(build);
  await seedRegistry(
    postgres,
    tenant,
    {
      clients: perClient((id) => ({ id, title: `Client ${id}` })),
      regions: CLIENTS.flatMap((client) => [
        { client, id: "north", title: "North" },
        { client, id: "south", title: "South" },
      ]),
      stores: STORES,
      channels: CLIENTS.flatMap((client) => ["pos", "web"].map((id) => ({ client, id, title: id }))),
      partners: perClient((client) => ({ client, id: "merkado", title: "Merkado", kind: "marketplace" })),
      workflows: CLIENTS.flatMap((client) => [
        { client, id: "price-sync", title: "Price sync" },
        { client, id: "order-to-erp", title: "Order to ERP" },
      ]),
      feeds: [{ client: "northmart", source: "pos", store: "0003", cadenceSeconds: 60 }],
    },
    now,
  );
}
