import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { SignInLimit } from "./sign-in-limit.js";

describe("SignInLimit", () => {
  let postgres: Postgres;
  let limit: SignInLimit;

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    limit = new SignInLimit(postgres);
  }, 30_000);
  afterAll(() => postgres.close());

  async function fail(email: string, address: string, times: number): Promise<(number | undefined)[]> {
    const waits: (number | undefined)[] = [];
    for (let tries = 0; tries < times; tries += 1) waits.push(await limit.countTry(email, address));
    return waits;
  }

  it("lets 10 tries of one email from one address through, then says how long to wait", async () => {
    const waits = await fail("a@example.org", "10.0.0.1", 12);
    expect(waits.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => undefined));
    for (const wait of waits.slice(10)) expect(wait).toBeGreaterThan(890);
  }, 30_000);

  it("does not lock a person out from another address, nor by another writing of the email in", async () => {
    await fail("b@example.org", "10.0.0.2", 11);
    expect(await limit.countTry("b@example.org", "10.0.0.3")).toBeUndefined();
    expect(await limit.countTry(" B@Example.org", "10.0.0.2")).toBeGreaterThan(0);
  }, 30_000);

  it("lets 100 failures from one address through, whatever the emails", async () => {
    for (let index = 0; index < 100; index += 1)
      expect(await limit.countTry(`p${index}@example.org`, "10.0.0.4")).toBeUndefined();
    expect(await limit.countTry("p100@example.org", "10.0.0.4")).toBeGreaterThan(0);
    expect(await limit.countTry("p100@example.org", "10.0.0.5")).toBeUndefined();
  }, 20_000);

  it("does not count who turned out to be right", async () => {
    for (let index = 0; index < 120; index += 1) {
      expect(await limit.countTry("right@example.org", "10.0.0.6")).toBeUndefined();
      await limit.forgive("right@example.org", "10.0.0.6");
    }
  }, 20_000);

  it("survives a restart, and keeps no email and no address", async () => {
    await fail("kept@example.org", "10.0.0.7", 10);
    expect(await new SignInLimit(postgres).countTry("kept@example.org", "10.0.0.7")).toBeGreaterThan(0);
    const rows = JSON.stringify(await postgres.db.select().from(schema.signInAttempt));
    expect(rows).not.toMatch(/example|10\.0\.0/);
  }, 30_000);

  it("starts anew when the window is over", async () => {
    await fail("later@example.org", "10.0.0.8", 11);
    await postgres.db.update(schema.signInAttempt).set({ expire: new Date(Date.now() - 1) });
    expect(await limit.countTry("later@example.org", "10.0.0.8")).toBeUndefined();
  }, 30_000);
});
