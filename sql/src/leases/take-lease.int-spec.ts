import { migratePostgres, openEmbeddedPostgres, type Postgres } from "../index.js";
import { dropLease, takeLease } from "./take-lease.js";

describe("takeLease", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
  }, 30_000);
  afterAll(() => postgres.close());

  const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1) + seconds * 1000);
  const take = (holder: string, seconds: number) =>
    takeLease(postgres, { name: "work", holder, forMs: 60_000, now: at(seconds) });

  it("gives work to one at a time: prolonged by its holder, taken over once it has run out or was given back", async () => {
    expect(await take("a", 0)).toBe(true);
    expect(await take("b", 30)).toBe(false);
    expect(await take("a", 50)).toBe(true);
    expect(await take("b", 110)).toBe(false);
    expect(await take("b", 110.001)).toBe(true);
    expect(await take("a", 111)).toBe(false);
    await dropLease(postgres, { name: "work", holder: "a" });
    expect(await take("a", 112)).toBe(false);
    await dropLease(postgres, { name: "work", holder: "b" });
    expect(await take("a", 113)).toBe(true);
    expect(await takeLease(postgres, { name: "other", holder: "b", forMs: 1, now: at(113) })).toBe(true);
  });

  it("gives it to one of many who want it at once", async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, (_, index) => take(`c${index}`, 1_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
