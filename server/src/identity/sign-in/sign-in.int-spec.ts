import {
  createApiKey,
  migratePostgres,
  openEmbeddedPostgres,
  revokeApiKey,
  schema,
  type Postgres,
} from "@watchfloor/sql";
import { and, eq } from "drizzle-orm";
import { bootstrapIdentity } from "../bootstrap/bootstrap-identity.js";
import { loadDemoPeople } from "../bootstrap/load-demo-people.js";
import { ask, askToSignIn } from "../testing/ask.js";
import { startIdentityServer, type IdentityServer } from "../testing/start-identity-server.js";

const ADMIN = { email: "admin@example.org", password: "correct horse battery" };
const ME =
  "{ me { id name email role maySeeSql tenant { id title } scope { clients regions stores channels partners } } }";
const EVERYTHING = { clients: null, regions: null, stores: null, channels: null, partners: null };

describe("signing in over HTTP", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  let passedMs = 0;
  const now = () => new Date(Date.now() + passedMs);

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const admin = { adminEmail: ADMIN.email, adminPassword: ADMIN.password };
    await bootstrapIdentity({
      postgres,
      tenant: "meridian",
      tenantTitle: "Meridian",
      ...admin,
      isDemo: true,
      now: now(),
    });
    server = await startIdentityServer({ postgres, authSecret: "s".repeat(43), tenant: "meridian", isDemo: true, now });
  }, 60_000);

  afterAll(async () => {
    await server.close();
    await postgres.close();
  }, 30_000);

  beforeEach(async () => {
    passedMs = 0;
    await postgres.db.delete(schema.signInAttempt);
  }, 30_000);

  /** me asks who the given headers are; null when nobody. */
  async function me(headers: Record<string, string>): Promise<unknown> {
    return (await ask(server.url, ME, { headers })).data?.["me"];
  }

  it("lets the administrator in by cookie and by bearer token, to exactly one tenant", async () => {
    const { cookie, token, data } = await askToSignIn(server.url, ADMIN);
    const administrator = {
      ...{ id: expect.any(String), name: "Administrator", email: ADMIN.email, role: "ADMINISTRATOR", maySeeSql: true },
      ...{ tenant: { id: "meridian", title: "Meridian" }, scope: EVERYTHING },
    };
    expect(await me({ cookie })).toEqual(administrator);
    expect(await me({ authorization: `Bearer ${token}`, origin: "", "x-watchfloor-csrf": "" })).toEqual(administrator);
    const signIn = data?.["signIn"] as { expiresAt: string };
    const days = (Date.parse(signIn.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
  }, 30_000);

  it("takes an email in any case and with spaces around", async () => {
    expect((await askToSignIn(server.url, { ...ADMIN, email: " ADMIN@Example.org " })).token).not.toBe("");
  }, 30_000);

  it("answers null to somebody who is not signed in, and UNAUTHENTICATED to their questions", async () => {
    expect(await me({})).toBeNull();
    expect((await ask(server.url, "{ registry { clients { id } } }")).code).toBe("UNAUTHENTICATED");
  }, 30_000);

  it("sets a cookie that scripts of the page cannot read, other sites cannot send, and https keeps to itself", async () => {
    const [plain] = (await askToSignIn(server.url, ADMIN)).setCookies;
    expect(plain?.split("; ").slice(1).sort()).toEqual(["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Lax"]);
    const [secure] = (await askToSignIn(server.url, ADMIN, { "x-forwarded-proto": "https" })).setCookies;
    expect(secure?.split("; ")).toContain("Secure");
  }, 30_000);

  it.each([
    ["a wrong password", { ...ADMIN, password: "wrong" }],
    ["an unknown person", { email: "nobody@example.org", password: "wrong" }],
    ["an empty password", { ...ADMIN, password: "" }],
    ["something that is no email", { email: "admin", password: "wrong" }],
    ["an endless password", { ...ADMIN, password: "x".repeat(100_000) }],
    ["a hostile email", { email: "a' OR 1=1 --@example.org", password: "wrong" }],
  ])(
    "gives the same answer to %s",
    async (_, who) => {
      const answer = await askToSignIn(server.url, who);
      expect(answer).toMatchObject({
        code: "UNAUTHENTICATED",
        message: "Email or password is wrong.",
        token: "",
        setCookies: [],
      });
    },
    30_000,
  );

  it("takes as long for an unknown person as for a wrong password", async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      for (const [kind, email] of [
        ["known", ADMIN.email],
        ["unknown", "nobody@example.org"],
      ] as const) {
        const startedAt = performance.now();
        await askToSignIn(server.url, { email, password: "wrong" });
        times[kind].push(performance.now() - startedAt);
      }
    }
    // scrypt takes tens of milliseconds: without it an unknown person is refused several times faster
    expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 2);
  }, 30_000);

  it("stops guessing after 10 failures of one email from one address, not other people", async () => {
    const [person] = await loadDemoPeople();
    if (person === undefined) throw new Error("no demo person");
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      codes.push((await askToSignIn(server.url, { ...ADMIN, password: "guess" })).code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => "UNAUTHENTICATED"), "RATE_LIMITED"]);
    const refused = await askToSignIn(server.url, ADMIN);
    expect(refused).toMatchObject({ code: "RATE_LIMITED", token: "" });
    expect(refused.extensions?.["retryAfterSeconds"]).toBeGreaterThan(800);
    expect(refused.extensions?.["retryAfterSeconds"]).toBeLessThanOrEqual(900);
    expect((await askToSignIn(server.url, person)).token).not.toBe("");
  }, 30_000);

  it("forgives failures once the right password came", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) await askToSignIn(server.url, { ...ADMIN, password: "guess" });
      expect((await askToSignIn(server.url, ADMIN)).token).not.toBe("");
    }
  }, 30_000);

  it("counts guesses sent at the same time", async () => {
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => askToSignIn(server.url, { ...ADMIN, password: "guess" })),
    );
    expect(answers.filter((answer) => answer.code === "UNAUTHENTICATED")).toHaveLength(10);
  }, 30_000);

  it("ends the session at sign-out at once, everywhere, and only that one", async () => {
    const [first, second] = [await askToSignIn(server.url, ADMIN), await askToSignIn(server.url, ADMIN)];
    const heard: string[] = [];
    const subscription = server.changes.changed$.subscribe((subjectId) => heard.push(subjectId));
    const person = (await me({ cookie: first.cookie })) as { id: string };
    const out = await ask(server.url, "mutation { signOut }", { headers: { cookie: first.cookie } });
    subscription.unsubscribe();
    expect(out.data).toEqual({ signOut: true });
    expect(out.setCookies.join()).toMatch(/watchfloor\.session=;.*Max-Age=0/);
    expect(heard).toContain(person.id);
    expect(await me({ cookie: first.cookie })).toBeNull();
    expect(await me({ authorization: `Bearer ${first.token}` })).toBeNull();
    expect(await me({ cookie: second.cookie })).toMatchObject({ role: "ADMINISTRATOR" });
    expect((await ask(server.url, "mutation { signOut }", { headers: { cookie: first.cookie } })).data).toEqual({
      signOut: false,
    });
    expect(
      (await ask(server.url, "mutation { signOut }", { headers: { authorization: `Bearer ${second.token}` } })).data,
    ).toEqual({ signOut: true });
    expect(await me({ cookie: second.cookie })).toBeNull();
  }, 30_000);

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["no origin and no header of ours", { origin: "", "x-watchfloor-csrf": "" }],
  ])(
    "does not take a cookie sent by %s for the person's wish",
    async (_, headers) => {
      const { cookie, token } = await askToSignIn(server.url, ADMIN);
      expect(await me({ cookie, ...headers })).toBeNull();
      expect((await ask(server.url, "mutation { signOut }", { headers: { cookie, ...headers } })).data).toEqual({
        signOut: false,
      });
      expect(await me({ cookie })).not.toBeNull();
      // a bearer token is never added by a browser, so it needs no origin
      expect(await me({ authorization: `Bearer ${token}`, ...headers })).not.toBeNull();
    },
    30_000,
  );

  it("opens a WebSocket by cookie only to our own pages", async () => {
    const { cookie } = await askToSignIn(server.url, ADMIN);
    const upgrade = { cookie, upgrade: "websocket", host: new URL(server.url).host };
    expect(await server.authenticator.authenticate({ ...upgrade, origin: server.url })).toMatchObject({
      tenant: "meridian",
    });
    expect(await server.authenticator.authenticate({ ...upgrade, origin: "https://evil.example" })).toBeUndefined();
    expect(await server.authenticator.authenticate({ ...upgrade, "x-watchfloor-csrf": "1" })).toBeUndefined();
  }, 30_000);

  it("refuses a sign-in by another site, and a form posted without JSON", async () => {
    expect(await askToSignIn(server.url, ADMIN, { origin: "https://evil.example" })).toMatchObject({
      code: "FORBIDDEN",
      token: "",
      setCookies: [],
    });
    const form = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: '{"query":"{ __typename }"}',
    });
    expect(form.ok).toBe(false);
  }, 30_000);

  it("does not take a token or cookie that was changed, or signed by somebody else", async () => {
    const { token, cookie } = await askToSignIn(server.url, ADMIN);
    const [id = ""] = decodeURIComponent(token).split(".");
    for (const forged of [id, `${id}.`, `${id}.${"A".repeat(43)}=`, `x${token}`, "", "undefined"]) {
      expect(await me({ authorization: `Bearer ${forged}`, origin: "" })).toBeNull();
      expect(await me({ cookie: `watchfloor.session=${encodeURIComponent(forged)}` })).toBeNull();
    }
    expect(await me({ cookie })).not.toBeNull();
  }, 30_000);

  it("ends a session after a week without use, and after 30 days whatever the use", async () => {
    const idle = await askToSignIn(server.url, ADMIN);
    const old = await askToSignIn(server.url, ADMIN);
    const idOf = (answer: { token: string }) => decodeURIComponent(answer.token).split(".")[0] ?? "";
    const { session } = schema;
    await postgres.db
      .update(session)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(session.token, idOf(idle)));
    await postgres.db
      .update(session)
      .set({ createdAt: new Date(Date.now() - 30 * 86_400_000) })
      .where(eq(session.token, idOf(old)));
    expect(await me({ cookie: idle.cookie })).toBeNull();
    expect(await me({ cookie: old.cookie })).toBeNull();
  }, 30_000);

  it("prolongs a session that is used", async () => {
    const { cookie, token } = await askToSignIn(server.url, ADMIN);
    const { session } = schema;
    const isMine = eq(session.token, decodeURIComponent(token).split(".")[0] ?? "");
    await postgres.db
      .update(session)
      .set({ expiresAt: new Date(Date.now() + 2 * 86_400_000) })
      .where(isMine);
    expect(await me({ cookie })).not.toBeNull();
    const [row] = await postgres.db.select().from(session).where(isMine);
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  }, 30_000);

  it("lets each demo person see exactly their part", async () => {
    const people = await loadDemoPeople();
    expect(
      (await ask(server.url, "{ demoPeople { email password name audience sees } }")).data?.["demoPeople"],
    ).toEqual(people.map(({ email, password, name, audience, sees }) => ({ email, password, name, audience, sees })));
    const seen: Record<string, unknown> = {};
    for (const person of people) {
      const { cookie } = await askToSignIn(server.url, person);
      const { role, scope, maySeeSql } = (await me({ cookie })) as { role: string; scope: object; maySeeSql: boolean };
      seen[person.audience] = { role, maySeeSql, ...scope };
    }
    expect(seen).toEqual({
      Executive: { role: "EXECUTIVE", maySeeSql: false, ...EVERYTHING },
      Operations: { role: "OPERATIONS", maySeeSql: false, ...EVERYTHING },
      "Store manager": { role: "STORE_MANAGER", maySeeSql: false, ...EVERYTHING, stores: ["northmart/0001"] },
      Client: { role: "VIEWER", maySeeSql: false, ...EVERYTHING, clients: ["halden"] },
      "Service provider's analyst": { role: "ANALYST", maySeeSql: true, ...EVERYTHING },
      Auditor: { role: "AUDITOR", maySeeSql: false, ...EVERYTHING },
      Administrator: { role: "ADMINISTRATOR", maySeeSql: true, ...EVERYTHING },
    });
  }, 30_000);

  it("shuts a person out whose grant was disabled, though the password is right", async () => {
    const [person] = await loadDemoPeople();
    if (person === undefined) throw new Error("no demo person");
    const { cookie } = await askToSignIn(server.url, person);
    const { grant } = schema;
    const isTheirs = and(eq(grant.tenant, "meridian"), eq(grant.userId, `demo-${person.id}`));
    await postgres.db.update(grant).set({ disabledAt: now() }).where(isTheirs);
    await server.changes.publish(`demo-${person.id}`);
    expect(await me({ cookie })).toBeNull();
    expect((await askToSignIn(server.url, person)).code).toBe("UNAUTHENTICATED");
    await postgres.db.update(grant).set({ disabledAt: null }).where(isTheirs);
  }, 30_000);

  it("sees a changed grant within seconds even if nobody announced it", async () => {
    const [, person] = await loadDemoPeople();
    if (person === undefined) throw new Error("no demo person");
    const { cookie } = await askToSignIn(server.url, person);
    const { grant } = schema;
    const isTheirs = and(eq(grant.tenant, "meridian"), eq(grant.userId, `demo-${person.id}`));
    expect(await me({ cookie })).toMatchObject({ scope: EVERYTHING });
    await postgres.db
      .update(grant)
      .set({ scope: { clients: ["halden"] } })
      .where(isTheirs);
    passedMs = 5_000;
    expect(await me({ cookie })).toMatchObject({ scope: { ...EVERYTHING, clients: ["halden"] } });
    await postgres.db
      .update(grant)
      .set({ scope: { everything: ["yes"] } })
      .where(isTheirs);
    passedMs = 10_000;
    expect(await me({ cookie })).toBeNull();
  }, 30_000);

  it("lets a read key ask within its scope, and an ingest key or a revoked key not at all", async () => {
    const read = await createApiKey(
      postgres,
      { kind: "read", tenant: "other", title: "weekly report", scope: { clients: ["c1"] } },
      now(),
    );
    const ingest = await createApiKey(postgres, { kind: "ingest", tenant: "other", title: "till" }, now());
    const script = (secret: string) => ({ authorization: `Bearer ${secret}`, origin: "", "x-watchfloor-csrf": "" });
    expect(await me(script(read.secret))).toEqual({
      ...{ id: read.id, name: "weekly report", email: "", role: "VIEWER", maySeeSql: false },
      ...{ tenant: { id: "other", title: "other" }, scope: { ...EVERYTHING, clients: ["c1"] } },
    });
    expect(await me(script(ingest.secret))).toBeNull();
    expect((await ask(server.url, "mutation { signOut }", { headers: script(read.secret) })).data).toEqual({
      signOut: false,
    });
    await revokeApiKey(postgres, "other", read.id, now());
    await server.changes.publish(read.id);
    expect(await me(script(read.secret))).toBeNull();
  }, 30_000);
});
