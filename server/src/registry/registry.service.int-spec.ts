import {
  migratePostgres,
  openEmbeddedPostgres,
  registerDiscovered,
  seedRegistry,
  ensureTenant,
  type Postgres,
} from "@watchfloor/sql";
import { buildScope } from "../scope/scope.js";
import { RegistryService } from "./registry.service.js";

const start = new Date("2026-06-01T08:00:00Z");

describe("RegistryService", () => {
  let postgres: Postgres;
  let service: RegistryService;
  const scopeOf = (tenant: string, limits = {}) => buildScope({ tenant, role: "viewer", subjectId: "p1", ...limits });

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    for (const tenant of ["t1", "t2"]) {
      await ensureTenant(postgres, {
        id: tenant,
        title: `Tenant ${tenant}`,
        timeZone: "Europe/Berlin",
        isDemo: false,
        now: start,
      });
      await seedRegistry(
        postgres,
        tenant,
        {
          clients: [{ id: "northmart", title: `Northmart of ${tenant}`, currency: "EUR" }],
          regions: [{ client: "northmart", id: "west", title: "West" }],
          stores: [{ client: "northmart", id: "0001", title: `Store of ${tenant}`, region: "west" }],
          feeds: [{ client: "northmart", source: `pos of ${tenant}`, store: "0001", cadenceSeconds: 60 }],
        },
        start,
      );
    }
    service = new RegistryService({ postgres, now: () => start });
    await service.onModuleInit();
  }, 30_000);

  afterAll(async () => {
    await service.onModuleDestroy();
    await postgres.close();
  });

  it.each(["t1", "t2"])("answers only what belongs to tenant %s", async (tenant) => {
    const scope = scopeOf(tenant);
    const registry = await service.findVisible(scope);
    expect(registry.clients).toMatchObject([{ id: "northmart", title: `Northmart of ${tenant}`, currency: "EUR" }]);
    expect(registry.stores).toMatchObject([{ id: "0001", title: `Store of ${tenant}`, region: "west" }]);
    expect(await service.findVisibleFeeds(scope)).toMatchObject([
      { source: `pos of ${tenant}`, store: "0001", cadenceSeconds: 60, declaredAt: start },
    ]);
    expect(await service.listStorePlaces(tenant)).toEqual([
      { client: "northmart", store: "0001", region: "west", title: `Store of ${tenant}` },
    ]);
    expect(await service.findTenant(scope)).toEqual({
      id: tenant,
      title: `Tenant ${tenant}`,
      timeZone: "Europe/Berlin",
    });
  });

  it("answers nothing of a tenant nobody knows, nor to a scope outside the network", async () => {
    expect(await service.findTenant(scopeOf("t3"))).toBeUndefined();
    expect((await service.findVisible(scopeOf("t3"))).clients).toEqual([]);
    expect((await service.findVisible(scopeOf("t1", { stores: ["northmart/9999"] }))).clients).toEqual([]);
    expect(await service.findVisibleFeeds(scopeOf("t1", { clients: ["halden"] }))).toEqual([]);
  });

  it("sees what was just discovered as soon as it is announced", async () => {
    await service.listStorePlaces("t1");
    await registerDiscovered(postgres, "t1", [{ client: "northmart", store: "0002", region: "east" }]);
    let stores = await service.listStorePlaces("t1");
    for (let tries = 0; stores.length < 2 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      stores = await service.listStorePlaces("t1");
    }
    expect(stores).toContainEqual({ client: "northmart", store: "0002", region: "east", title: "0002" });
    expect(await service.listStorePlaces("t2")).toHaveLength(1);
  });
});
