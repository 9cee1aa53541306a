import { asc, eq } from "drizzle-orm";
import {
  declareWorkflowSteps,
  ensureTenant,
  loadCalendars,
  migratePostgres,
  openEmbeddedPostgres,
  openServedPostgres,
  registerDiscovered,
  schema,
  seedRegistry,
  subscribeToRegistrySignals,
  type DeclaredCalendar,
  type FoundInEvent,
  type Postgres,
} from "../index.js";
import { startPostgresServer, type PostgresServer } from "../postgres/testing/start-postgres-server.js";

const STEPS = [
  { step: "send", isOptional: false, mayRepeat: true },
  { step: "confirm", isOptional: true, mayRepeat: false },
];
const now = new Date("2026-06-01T08:00:00Z");

function loadStores(postgres: Postgres, tenant: string) {
  return postgres.db
    .select()
    .from(schema.store)
    .where(eq(schema.store.tenant, tenant))
    .orderBy(asc(schema.store.client), asc(schema.store.id));
}

describe.each(["embedded", "served"] as const)("registry in the %s Postgres", (form) => {
  let server: PostgresServer | undefined;
  let postgres: Postgres;

  beforeAll(async () => {
    if (form === "embedded") {
      postgres = await openEmbeddedPostgres(undefined);
    } else {
      server = await startPostgresServer();
      postgres = await openServedPostgres(await server.createDatabase());
    }
    await migratePostgres(postgres);
  }, 60_000);
  afterAll(async () => {
    await postgres.close();
    await server?.stop();
  }, 30_000);

  it("learns what events name, once, and only for that tenant", async () => {
    const found: FoundInEvent[] = [
      { client: "northmart", store: "0001", workflow: "price-sync" },
      { client: "northmart", store: "0001", region: "west", channel: "pos", workflow: "price-sync" },
      { client: "northmart", partner: "bazaar", workflow: "" },
      { client: "halden", store: "0001" },
    ];
    // 2 clients, 2 stores, 1 workflow, 1 channel, 1 partner; the region is named with its store and not counted
    expect(await registerDiscovered(postgres, "learns", found)).toBe(7);
    expect(await registerDiscovered(postgres, "learns", [...found].reverse())).toBe(0);
    expect(await loadStores(postgres, "learns")).toEqual([
      {
        tenant: "learns",
        client: "halden",
        id: "0001",
        title: "0001",
        region: "",
        brand: "",
        timeZone: null,
        calendar: "",
        isDiscovered: true,
        isDisabled: false,
      },
      {
        tenant: "learns",
        client: "northmart",
        id: "0001",
        title: "0001",
        region: "west",
        brand: "",
        timeZone: null,
        calendar: "",
        isDiscovered: true,
        isDisabled: false,
      },
    ]);
    expect(await postgres.db.select().from(schema.region).where(eq(schema.region.tenant, "learns"))).toEqual([
      { tenant: "learns", client: "northmart", id: "west", title: "west" },
    ]);
    expect(await loadStores(postgres, "other")).toEqual([]);
  });

  it("never lets an event move a known store, nor rename what was declared", async () => {
    const stores = [{ client: "northmart", id: "0001", title: "Carlisle", region: "north-west" }];
    await seedRegistry(
      postgres,
      "moves",
      { clients: [{ id: "northmart", title: "Northmart", currency: "GBP" }], stores },
      now,
    );
    expect(await registerDiscovered(postgres, "moves", [{ client: "northmart", store: "0001", region: "east" }])).toBe(
      0,
    );
    expect(await loadStores(postgres, "moves")).toMatchObject([
      { title: "Carlisle", region: "north-west", isDiscovered: false },
    ]);
    expect(await postgres.db.select().from(schema.region).where(eq(schema.region.tenant, "moves"))).toEqual([]);
  });

  it("keeps the steps a person declared for a workflow of the tenant, and knows no other workflow", async () => {
    const workflow = { client: "halden", id: "returns", title: "Returns" };
    for (const tenant of ["steps", "others"]) await seedRegistry(postgres, tenant, { workflows: [workflow] }, now);
    const declared = { tenant: "steps", client: "halden", workflow: "returns", steps: STEPS };
    expect(await declareWorkflowSteps(postgres, declared)).toBe(true);
    expect(await declareWorkflowSteps(postgres, { ...declared, workflow: "unknown" })).toBe(false);
    await seedRegistry(postgres, "steps", { workflows: [workflow] }, now);
    const find = async (tenant: string) => {
      const rows = await postgres.db.select().from(schema.workflow).where(eq(schema.workflow.tenant, tenant));
      return rows.map(({ steps }) => steps);
    };
    expect([await find("steps"), await find("others")]).toEqual([[STEPS], [null]]);
    await seedRegistry(postgres, "steps", { workflows: [{ ...workflow, steps: STEPS.slice(0, 1) }] }, now);
    expect(await find("steps")).toEqual([STEPS.slice(0, 1)]);
    await declareWorkflowSteps(postgres, { ...declared, steps: null });
    expect(await find("steps")).toEqual([null]);
  });

  it("replaces what was discovered by what is declared", async () => {
    await registerDiscovered(postgres, "declares", [
      { client: "halden", store: "7", workflow: "price-sync", partner: "bazaar" },
    ]);
    const network = {
      clients: [{ id: "halden", title: "Halden", timeZone: "Europe/Oslo", currency: "NOK" }],
      regions: [{ client: "halden", id: "west", title: "West" }],
      stores: [{ client: "halden", id: "7", title: "Bergen", region: "west", brand: "halden" }],
      channels: [{ client: "halden", id: "pos", title: "Tills" }],
      partners: [{ client: "halden", id: "bazaar", title: "Bazaar", kind: "marketplace" }],
      workflows: [{ client: "halden", id: "price-sync", title: "Price to store", limitSeconds: 900, steps: STEPS }],
      feeds: [{ client: "halden", source: "pos", store: "7", cadenceSeconds: 60 }],
    };
    await seedRegistry(postgres, "declares", network, now);
    const later = new Date(now.getTime() + 60_000);
    await seedRegistry(
      postgres,
      "declares",
      { ...network, feeds: [{ client: "halden", source: "pos", store: "7", cadenceSeconds: 30 }] },
      later,
    );
    expect(await loadStores(postgres, "declares")).toMatchObject([
      { title: "Bergen", region: "west", brand: "halden", isDiscovered: false },
    ]);
    const { db } = postgres;
    expect(await db.select().from(schema.client).where(eq(schema.client.tenant, "declares"))).toEqual([
      {
        tenant: "declares",
        id: "halden",
        title: "Halden",
        timeZone: "Europe/Oslo",
        currency: "NOK",
        isDiscovered: false,
      },
    ]);
    expect(await db.select().from(schema.partner).where(eq(schema.partner.tenant, "declares"))).toMatchObject([
      { kind: "marketplace", isDiscovered: false },
    ]);
    expect(await db.select().from(schema.workflow).where(eq(schema.workflow.tenant, "declares"))).toMatchObject([
      { title: "Price to store", limitSeconds: 900, steps: STEPS },
    ]);
    expect(await db.select().from(schema.declaredFeed).where(eq(schema.declaredFeed.tenant, "declares"))).toEqual([
      {
        tenant: "declares",
        client: "halden",
        source: "pos",
        store: "7",
        channel: "",
        partner: "",
        cadenceSeconds: 30,
        calendar: "",
        declaredAt: now,
      },
    ]);
  });

  it("replaces calendars with their dates, and takes none that is wrong", async () => {
    const week = Array.from({ length: 7 }, () => [{ from: "08:00", to: "20:00" }]);
    const shop = { id: "shop", title: "Shop", timeZone: "Europe/Oslo", week };
    const closed = { date: "2026-12-24", title: "Christmas Eve", hours: [] };
    const short = { date: "2026-12-31", title: "", hours: [{ from: "08:00", to: "13:00" }] };
    const seed = (calendars: DeclaredCalendar[]) => seedRegistry(postgres, "opens", { calendars }, now);
    await seed([{ ...shop, exceptions: [closed, closed, short] }]);
    expect(await loadCalendars(postgres, "opens")).toEqual([{ ...shop, exceptions: [closed, short] }]);
    await seed([{ ...shop, timeZone: "UTC", exceptions: [short] }]);
    expect(await loadCalendars(postgres, "opens")).toEqual([{ ...shop, timeZone: "UTC", exceptions: [short] }]);
    await expect(seed([{ ...shop, timeZone: "Nowhere" }])).rejects.toThrow("IANA");
    expect(await loadCalendars(postgres, "opens")).toHaveLength(1);
    expect(await loadCalendars(postgres, "nobody")).toEqual([]);
  });

  it("takes thousands of finds in a few statements", async () => {
    const found = Array.from({ length: 10_000 }, (_, index) => ({
      client: "big",
      store: String(index),
      workflow: `w${index % 10}`,
    }));
    expect(await registerDiscovered(postgres, "big", found)).toBe(1 + 10_000 + 10);
  });

  it("tells listeners which tenant changed, and nothing when nothing changed", async () => {
    const heard: string[] = [];
    const stop = await subscribeToRegistrySignals(postgres, (tenant) => heard.push(tenant));
    await registerDiscovered(postgres, "heard", [{ client: "c" }]);
    await registerDiscovered(postgres, "heard", [{ client: "c" }]);
    await registerDiscovered(postgres, "heard-too", [{ client: "c" }]);
    for (let tries = 0; heard.length < 2 && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["heard", "heard-too"]);
    await stop();
  });

  it("makes a tenant once", async () => {
    expect(await ensureTenant(postgres, { id: "t", title: "First", isDemo: false, now })).toBe(true);
    expect(await ensureTenant(postgres, { id: "t", title: "Second", isDemo: true, now })).toBe(false);
    expect(await postgres.db.select().from(schema.tenant)).toEqual([
      { id: "t", title: "First", timeZone: "UTC", isDemo: false, createdAt: now },
    ]);
  });

  it("survives writers that name the same things in opposite orders at the same time", async () => {
    const found = Array.from({ length: 500 }, (_, index) => ({
      client: `c${index % 3}`,
      store: String(index),
      channel: `ch${index % 7}`,
    }));
    const counts = await Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        registerDiscovered(postgres, "race", writer % 2 === 0 ? found : [...found].reverse()),
      ),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3 + 500 + 21);
  });
});
