import { migratePostgres, openServedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { startPostgresServer, type PostgresServer } from "@watchfloor/sql/testing";
import { AcknowledgeLinks } from "../links/acknowledge-links.js";
import { AlertPlanner } from "../planning/alert-planner.js";
import { AlertTicker } from "../planning/alert-ticker.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { DeliveryWorker } from "./delivery-worker.js";

const INSTANCES = Array.from({ length: 12 }, (_, index) => `r${index}`);

describe("two workers on one PostgreSQL", () => {
  let server: PostgresServer;
  let connections: Postgres[];
  let world: AlertWorld;
  beforeAll(async () => {
    server = await startPostgresServer();
    const url = await server.createDatabase();
    connections = await Promise.all([openServedPostgres(url), openServedPostgres(url)]);
    const [first] = connections;
    if (first === undefined) throw new Error("There must be a connection.");
    await migratePostgres(first);
    world = await openAlertWorld(first);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await Promise.all(connections.map((postgres) => postgres.close()));
    await server.stop();
  }, 30_000);

  const build = (postgres: Postgres) => {
    const { registry, now, logger, box, channels } = world;
    return {
      planner: new AlertPlanner({ postgres, registry, now }),
      ticker: new AlertTicker({ postgres, registry, now, logger }),
      worker: new DeliveryWorker({
        ...{ postgres, registry, now, logger, box, channels, random: () => 0.5 },
        buildLinks: () => ({ unsubscribeUrl: null, manageUrl: null, buildAcknowledgeUrl: () => null }),
      }),
    };
  };
  /** Both take everything there is at the same time, again and again. */
  async function workBoth(transitions: readonly CommittedTransition[]): Promise<void> {
    await Promise.all(
      connections.map(build).map(async ({ planner, ticker, worker }) => {
        for (const transition of transitions) await planner.accept(transition);
        for (let turn = 0; turn < 12; turn += 1) await Promise.all([ticker.run(), worker.run()]);
      }),
    );
  }

  it("tell everything once, each in its order, and every intent ends", async () => {
    const machine = await world.addContact({ target: world.webhook("machine") });
    const chat = await world.addContact({ target: world.webhook("chat"), mode: "grouped" });
    const commit = (kind: "fired" | "resolved") =>
      Promise.all(INSTANCES.map((rule) => world.story.commit(kind, { rule, severity: "critical" })));
    await workBoth(await commit("fired"));
    world.time += 31_000;
    await workBoth([]);
    await workBoth(await commit("resolved"));
    for (let turn = 0; turn < 3; turn += 1) {
      world.time += 31_000;
      await workBoth([]);
    }
    for (const path of ["machine", "chat"]) {
      const heard = world.heard(path);
      const told = heard.map(
        ({ type, body }) => `${JSON.stringify(body).match(/"rule":\{"id":"(r\d+)"/)?.[1]} ${type}`,
      );
      expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
      const expected = INSTANCES.flatMap((rule) => [`${rule} alert.fired`, `${rule} alert.resolved`]);
      expect([...told].sort()).toEqual(expected.sort());
      for (const rule of INSTANCES)
        expect(told.indexOf(`${rule} alert.fired`)).toBeLessThan(told.indexOf(`${rule} alert.resolved`));
    }
    for (const contact of [machine, chat])
      expect(new Set(await world.listDispositions(contact))).toEqual(
        new Set(["fired delivered", "resolved delivered"]),
      );
  }, 60_000);

  it("let one of two who acknowledge at once through, and machines hear it once", async () => {
    const incident = await world.story.fire({ rule: "taken", severity: "critical" });
    await workBoth([]);
    world.heard("machine");
    const [contact] = await world.postgres.db.select().from(schema.contact);
    const link = {
      purpose: "acknowledge" as const,
      tenant: "t1",
      contact: contact?.id ?? "",
      subscription: null,
      incident,
    };
    const pages = await Promise.all(
      connections.map((postgres, index) =>
        new AcknowledgeLinks({ postgres, registry: world.registry, now: world.now }).act({
          ...{ ...link, delivery: `message ${index}`, expiresAt: world.time + 60_000 },
        }),
      ),
    );
    expect(pages.map(({ title }) => title).sort()).toEqual(["Somebody has acknowledged this incident", "Thank you"]);
    await workBoth([]);
    expect(world.heard("machine").map(({ type }) => type)).toEqual(["alert.acknowledged"]);
  }, 30_000);
});
