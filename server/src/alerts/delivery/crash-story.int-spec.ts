import { migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { runCrashStory } from "../testing/run-crash-story.js";

describe("a process that is killed again and again", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });

  it.each([1, 2, 3])("loses nothing, tells nobody else, and ends what it began: seed %d", async (seed) => {
    const { kills, messages, violations } = await runCrashStory(world, seed);
    expect(violations).toEqual([]);
    expect(kills).toBeGreaterThan(3);
    expect(messages).toBeGreaterThan(12);
  });
});
