import { migratePostgres, openServedPostgres, type Postgres } from "@watchfloor/sql";
import { startPostgresServer, type PostgresServer } from "@watchfloor/sql/testing";
import { bootstrapIdentity } from "./bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "./testing/ask.js";
import { startIdentityServer, type IdentityServer } from "./testing/start-identity-server.js";

const ADMIN = { email: "admin@example.org", password: "correct horse battery" };

/** until waits for something another process does a moment later. */
async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isReached()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("It did not happen within 2 s.");
}

describe("two replicas of the api on one PostgreSQL", () => {
  let server: PostgresServer;
  const postgres: Postgres[] = [];
  let first: IdentityServer;
  let second: IdentityServer;

  beforeAll(async () => {
    server = await startPostgresServer();
    const url = await server.createDatabase();
    const [one, two] = [await openServedPostgres(url), await openServedPostgres(url)];
    postgres.push(one, two);
    await migratePostgres(one);
    const now = () => new Date();
    await bootstrapIdentity({
      postgres: one,
      tenant: "t1",
      tenantTitle: "T1",
      adminEmail: ADMIN.email,
      adminPassword: ADMIN.password,
      isDemo: false,
      now: now(),
    });
    const options = { authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now };
    first = await startIdentityServer({ ...options, postgres: one });
    second = await startIdentityServer({ ...options, postgres: two });
  }, 60_000);

  afterAll(async () => {
    await first.close();
    await second.close();
    for (const each of postgres) await each.close();
    await server.stop();
  }, 30_000);

  it("a session opened at one is known to the other, and ended there within moments", async () => {
    const { token } = await askToSignIn(first.url, ADMIN);
    const headers = { authorization: `Bearer ${token}` };
    const scope = await second.authenticator.authenticate(headers);
    expect(scope).toMatchObject({ tenant: "t1", role: "administrator" });
    const heard: string[] = [];
    const subscription = second.changes.changed$.subscribe((subjectId) => heard.push(subjectId));
    await ask(first.url, "mutation { signOut }", { headers });
    await until(() => heard.length > 0);
    subscription.unsubscribe();
    expect(heard[0]).toBe(scope?.subjectId);
    expect(await second.authenticator.authenticate(headers)).toBeUndefined();
  });

  it("failed sign-ins are counted together", async () => {
    const guess = { email: "target@example.org", password: "guess" };
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await askToSignIn(tries % 2 === 0 ? first.url : second.url, guess)).code).toBe("UNAUTHENTICATED");
    }
    expect((await askToSignIn(first.url, guess)).code).toBe("RATE_LIMITED");
    expect((await askToSignIn(second.url, guess)).code).toBe("RATE_LIMITED");
  }, 20_000);

  it("offers nobody to be when it is no demonstration", async () => {
    expect((await ask(first.url, "{ demoPeople { email } }")).data).toEqual({ demoPeople: [] });
  });
});
