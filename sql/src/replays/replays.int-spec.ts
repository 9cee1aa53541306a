import { migratePostgres } from "../migrate/migrate-postgres.js";
import { openEmbeddedPostgres } from "../postgres/open-embedded-postgres.js";
import { openServedPostgres } from "../postgres/open-served-postgres.js";
import type { Postgres } from "../postgres/postgres.js";
import { startPostgresServer, type PostgresServer } from "../postgres/testing/start-postgres-server.js";
import { cancelReplay } from "./cancel-replay.js";
import { claimReplay } from "./claim-replay.js";
import { createReplay, MAX_ACTIVE_REPLAYS } from "./create-replay.js";
import { findReplay } from "./find-replay.js";
import { listReplays } from "./list-replays.js";
import { updateClaimedReplay } from "./update-claimed-replay.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const LEASE = { leaseMs: 30_000 };
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
}, 60_000);
afterAll(() => server.stop());

describe.each(["embedded", "served"] as const)("the queue of replays, %s", (form) => {
  let postgres: Postgres;
  beforeEach(async () => {
    postgres =
      form === "embedded"
        ? await openEmbeddedPostgres(undefined)
        : await openServedPostgres(await server.createDatabase());
    await migratePostgres(postgres);
  }, 60_000);
  afterEach(() => postgres.close());

  const ask = async (at = NOW, tenant = "acme") => {
    const wish = {
      tenant,
      what: "rejected",
      by: "received_at",
      from: null,
      to: NOW,
      clients: ["c"],
      sources: null,
    } as const;
    const made = await createReplay(
      postgres,
      { ...wish, clients: ["c"], reasons: null, isBackfill: false, requestedBy: "p" },
      at,
    );
    if (made === undefined) throw new Error("not made");
    return made;
  };
  const claim = (worker: string, at = NOW) => claimReplay(postgres, { worker, ...LEASE }, at);

  it("gives each replay to one of those who claim at once, whoever waited longest first", async () => {
    const [late, early] = [await ask(after(5)), await ask(NOW, "other")];
    const claimed = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(`w${index}`, after(9))));
    const found = claimed.filter((one) => one !== undefined);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([early.id, late.id]));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ state: "running", startedAt: after(9), claimedUntil: after(39), clients: ["c"] });
    expect(await claim("w9", after(10))).toBeUndefined();
  });

  it("gives a replay to another when its worker is not heard of, to the millisecond, and believes the former one no more", async () => {
    const { id, tenant } = await ask();
    const first = { tenant, id, worker: "first" };
    await claim("first");
    const cursor = { day: "2026-06-01", key: ["r", 7] };
    expect(await updateClaimedReplay(postgres, first, { cursor, read: 5_000_000_000, claimedUntil: after(60) })).toBe(
      true,
    );
    expect(await claim("second", new Date(after(60).getTime() - 1))).toBeUndefined();
    expect(await claim("second", after(60))).toMatchObject({ id, cursor, read: 5_000_000_000, startedAt: NOW });
    expect(await updateClaimedReplay(postgres, first, { read: 1 })).toBe(false);
    expect(await updateClaimedReplay(postgres, { ...first, tenant: "other", worker: "second" }, { read: 1 })).toBe(
      false,
    );
    expect(await findReplay(postgres, tenant, id)).toMatchObject({ read: 5_000_000_000, claimedBy: "second" });
  });

  it("lets a turn end: what was given back waits behind the others", async () => {
    const long = await ask();
    const short = await ask(after(1));
    await claim("w", after(2));
    const back = { claimedBy: null, claimedUntil: after(3), waitingSince: after(3) };
    await updateClaimedReplay(postgres, { ...long, worker: "w" }, back);
    expect(await claim("w", after(3))).toMatchObject({ id: short.id });
    expect(await claim("w", after(3))).toMatchObject({ id: long.id });
  });

  it("cancels what waits or runs of its own tenant, once", async () => {
    const { id, tenant } = await ask();
    expect(await cancelReplay(postgres, { tenant: "other", id }, NOW)).toBeUndefined();
    await claim("w");
    expect(await cancelReplay(postgres, { tenant, id }, after(1))).toMatchObject({
      state: "cancelled",
      endedAt: after(1),
    });
    expect(await updateClaimedReplay(postgres, { tenant, id, worker: "w" }, { state: "done" })).toBe(false);
    expect(await cancelReplay(postgres, { tenant, id }, after(2))).toBeUndefined();
    expect(await claim("w", after(99))).toBeUndefined();
  });

  it("takes so many of a tenant, and shows the newest first", async () => {
    for (let index = 0; index < MAX_ACTIVE_REPLAYS; index += 1) await ask(after(index));
    await expect(ask(after(50))).rejects.toThrow("not made");
    await ask(after(50), "other");
    const [newest, ...rest] = await listReplays(postgres, "acme");
    expect(newest?.requestedAt).toEqual(after(MAX_ACTIVE_REPLAYS - 1));
    expect(rest).toHaveLength(MAX_ACTIVE_REPLAYS - 1);
    expect(await findReplay(postgres, "other", newest?.id ?? "")).toBeUndefined();
  });
});
