import { migratePostgres } from "../migrate/migrate-postgres.js";
import { openEmbeddedPostgres } from "../postgres/open-embedded-postgres.js";
import type { Postgres } from "../postgres/postgres.js";
import { installSlaPolicies } from "./install-sla-policies.js";
import { listSlaPolicies } from "./list-sla-policies.js";
import { saveSlaPolicy } from "./save-sla-policy.js";

const policy = { id: "a", title: "A", workflow: "w", limitSeconds: 60, target: 0.9, windowDays: 30 };
const now = new Date("2026-06-01T12:00:00.500Z");

describe("installSlaPolicies", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
  }, 60_000);
  afterAll(() => postgres.close());
  const install = (given: object) => installSlaPolicies(postgres, "t", { policies: [{ ...policy, ...given }], now });
  const read = async () =>
    (await listSlaPolicies(postgres, "t")).map((each) => [
      each.version,
      each.limitSeconds,
      each.effectiveFrom.toISOString(),
    ]);

  it("makes a new policy hold for all of history, and an unchanged one no new version", async () => {
    expect([await install({}), await install({})]).toEqual([1, 0]);
    expect(await read()).toEqual([[1, 60, "1970-01-01T00:00:00.000Z"]]);
  });

  it("makes a changed one a new version from now on", async () => {
    expect(await install({ limitSeconds: 90 })).toBe(1);
    expect((await read())[1]).toEqual([2, 90, "2026-06-01T12:00:00.000Z"]);
  });

  it("leaves alone what a person has changed since", async () => {
    const terms = { ...policy, limitSeconds: 120, effectiveFrom: now, createdAt: now, createdBy: "person" };
    expect(await saveSlaPolicy(postgres, "t", { terms, expectedVersion: 2 })).toBe(3);
    expect(await install({ limitSeconds: 30 })).toBe(0);
  });

  it("adds one version when two people save at once", async () => {
    const terms = { ...policy, effectiveFrom: now, createdAt: now, createdBy: "person" };
    const saved = await Promise.all([1, 2, 3].map(() => saveSlaPolicy(postgres, "t", { terms, expectedVersion: 3 })));
    expect(saved.filter((version) => version === 4)).toHaveLength(1);
    expect(await saveSlaPolicy(postgres, "t", { terms, expectedVersion: 0 })).toBeUndefined();
  });
});
