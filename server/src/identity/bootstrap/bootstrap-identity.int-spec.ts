import { migratePostgres, openEmbeddedPostgres, openServedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq, isNull } from "drizzle-orm";
import { startPostgresServer, type PostgresServer } from "@watchfloor/sql/testing";
import { buildIdentity } from "../build-identity.js";
import { bootstrapIdentity } from "./bootstrap-identity.js";
import { loadDemoPeople } from "./load-demo-people.js";

const now = new Date();
const { account, grant, person, session } = schema;

describe.each(["embedded", "served"] as const)("the first start on the %s Postgres", (form) => {
  let server: PostgresServer | undefined;
  let postgres: Postgres;
  /** Other processes on the same database; the embedded engine has room for one only. */
  let processes: Postgres[];

  beforeAll(async () => {
    if (form === "embedded") {
      postgres = await openEmbeddedPostgres(undefined);
      processes = [postgres, postgres];
    } else {
      server = await startPostgresServer();
      const url = await server.createDatabase();
      processes = await Promise.all([1, 2, 3].map(() => openServedPostgres(url)));
      [postgres] = processes as [Postgres];
    }
    await migratePostgres(postgres);
  }, 60_000);
  afterAll(async () => {
    for (const each of new Set(processes)) await each.close();
    await server?.stop();
  }, 30_000);

  const boot = (tenant: string, more: object = {}, on = postgres) =>
    bootstrapIdentity({ postgres: on, tenant, tenantTitle: `Title of ${tenant}`, isDemo: false, now, ...more });

  function signIn(tenant: string, who: { email: string; password: string }) {
    const identity = buildIdentity({ postgres, authSecret: "s".repeat(43), tenant, isDemo: true, now: () => now });
    return identity.signIns.signIn({ ...who, address: "127.0.0.1", userAgent: "" });
  }

  function listGrants(tenant: string) {
    return postgres.db.select().from(grant).where(eq(grant.tenant, tenant)).orderBy(asc(grant.userId));
  }

  it("makes one administrator with a password shown once, however many processes start", async () => {
    const answers = await Promise.all(processes.map((each) => boot("default", {}, each)));
    const made = answers.flatMap(({ administrator }) => (administrator === undefined ? [] : [administrator]));
    expect(made).toEqual([
      { email: "admin@watchfloor.local", password: expect.stringMatching(/^[\w-]{20}$/), isPasswordGenerated: true },
    ]);
    expect(await boot("default")).toEqual({});
    expect(await listGrants("default")).toMatchObject([
      { role: "administrator", scope: {}, isDemo: false, disabledAt: null },
    ]);
    const [administrator] = made;
    if (administrator === undefined) throw new Error("no administrator");
    expect(await signIn("default", administrator)).toMatchObject({ isSignedIn: true });
    expect(JSON.stringify(await postgres.db.select().from(account))).not.toContain(administrator.password);
  }, 30_000);

  it("takes email and password from the settings, at the first start only", async () => {
    const chosen = { adminEmail: "Chief@Example.org", adminPassword: "chosen-password" };
    expect(await boot("settings", chosen)).toEqual({
      administrator: { email: "chief@example.org", password: "chosen-password", isPasswordGenerated: false },
    });
    expect(await boot("settings", { adminEmail: "other@example.org", adminPassword: "other-password" })).toEqual({});
    expect(await signIn("settings", { email: "chief@example.org", password: "chosen-password" })).toMatchObject({
      isSignedIn: true,
    });
    expect(await signIn("settings", { email: "other@example.org", password: "other-password" })).toMatchObject({
      isSignedIn: false,
    });
  }, 30_000);

  it("says when the email of the settings is none", async () => {
    await expect(boot("no-email", { adminEmail: "admin" })).rejects.toThrow(
      'WATCHFLOOR_ADMIN_EMAIL: "admin" is not an email address.',
    );
  }, 30_000);

  it("never lets the administrator of one tenant into another", async () => {
    const first = await boot("Ärger & Söhne");
    const second = await boot("second");
    expect(second.administrator?.email).toBe("admin@second.watchfloor.local");
    if (second.administrator === undefined) throw new Error("no administrator");
    expect(first.administrator?.email).not.toBe(second.administrator.email);
    const answer = await signIn("Ärger & Söhne", second.administrator);
    if (!answer.isSignedIn) throw new Error("not signed in");
    const identity = buildIdentity({
      postgres,
      authSecret: "s".repeat(43),
      tenant: "default",
      isDemo: false,
      now: () => now,
    });
    expect((await identity.authenticator.authenticate({ authorization: `Bearer ${answer.token}` }))?.tenant).toBe(
      "second",
    );
  }, 30_000);

  it("lets somebody who is known already administer a new tenant with the password they have", async () => {
    await boot("known-1", { adminEmail: "both@example.org", adminPassword: "first-password" });
    expect(await boot("known-2", { adminEmail: "both@example.org", adminPassword: "second-password" })).toEqual({});
    expect(await listGrants("known-2")).toMatchObject([{ role: "administrator" }]);
    expect(await signIn("known-2", { email: "both@example.org", password: "second-password" })).toMatchObject({
      isSignedIn: false,
    });
    expect(await signIn("known-2", { email: "both@example.org", password: "first-password" })).toMatchObject({
      isSignedIn: true,
    });
  }, 30_000);

  it("knows no demo people unless it is a demonstration", async () => {
    await boot("no-demo");
    expect(await listGrants("no-demo")).toHaveLength(1);
    for (const { email, password } of await loadDemoPeople()) {
      expect(await signIn("no-demo", { email, password })).toEqual({ isSignedIn: false, reason: "wrong_credentials" });
    }
  }, 30_000);

  it("makes the demo people once, shuts them out at a start without demonstration, and lets them in again", async () => {
    const people = await loadDemoPeople();
    await Promise.all(processes.map((each) => boot("demo", { isDemo: true }, each)));
    await boot("demo", { isDemo: true });
    expect((await listGrants("demo")).filter((each) => each.isDemo)).toHaveLength(people.length);
    const [someone] = people;
    if (someone === undefined) throw new Error("no demo person");
    expect(await signIn("demo", someone)).toMatchObject({ isSignedIn: true });

    await boot("demo");
    const open = await postgres.db
      .select()
      .from(grant)
      .where(and(eq(grant.tenant, "demo"), eq(grant.isDemo, true), isNull(grant.disabledAt)));
    expect(open).toEqual([]);
    expect(
      await postgres.db
        .select()
        .from(session)
        .where(and(eq(session.tenant, "demo"), eq(session.userId, `demo-${someone.id}`))),
    ).toEqual([]);
    expect(await signIn("demo", someone)).toMatchObject({ isSignedIn: false });

    await boot("demo", { isDemo: true });
    expect(await signIn("demo", someone)).toMatchObject({ isSignedIn: true });
  }, 30_000);

  it("never takes a real person for a demo person of the same email", async () => {
    const [someone] = await loadDemoPeople();
    if (someone === undefined) throw new Error("no demo person");
    await postgres.db.delete(person).where(eq(person.id, `demo-${someone.id}`));
    await boot("real", { adminEmail: someone.email, adminPassword: "a-real-password" });
    await boot("real", { adminEmail: someone.email, isDemo: true });
    expect(await signIn("real", someone)).toMatchObject({ isSignedIn: false });
    expect(await signIn("real", { email: someone.email, password: "a-real-password" })).toMatchObject({
      isSignedIn: true,
    });
    await boot("real");
    expect(await signIn("real", { email: someone.email, password: "a-real-password" })).toMatchObject({
      isSignedIn: true,
    });
  }, 30_000);

  it("throws expired sessions away", async () => {
    const { administrator } = await boot("expired");
    if (administrator === undefined) throw new Error("no administrator");
    await signIn("expired", administrator);
    await postgres.db
      .update(session)
      .set({ expiresAt: new Date(now.getTime() - 1) })
      .where(eq(session.tenant, "expired"));
    await boot("expired");
    expect(await postgres.db.select().from(session).where(eq(session.tenant, "expired"))).toEqual([]);
  }, 30_000);
});
