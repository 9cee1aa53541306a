import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDeclaredNetwork, type Simulation } from "@watchfloor/ingestion";
import { seedDemoPeople } from "@watchfloor/server/testing";
import { migratePostgres, openEmbeddedPostgres, seedRegistry } from "@watchfloor/sql";
import { eventually, getData, sendEvents, signIn } from "../support/ask.js";
import { ADMIN, startInstance, type Instance } from "../support/start-instance.js";
import { buildStoryEvents, type StoryEvent } from "./build-story-events.js";
import { loadStorySimulation } from "./load-story-simulation.js";

const KEY = "wfi_pages_0123456789";
const TENANT = "default";
const BATCH = 4_000;
const DAYS = 3;

/** StoryInstallation is a running product that holds the story network; `token` is a session of its administrator. */
export interface StoryInstallation {
  readonly instance: Instance;
  readonly token: string;
  readonly people: Readonly<Record<string, Person>>;
  readonly simulation: Simulation;
  /** send brings more events in. */
  send(events: readonly StoryEvent[]): Promise<void>;
}

/** Person signs in. */
export interface Person {
  readonly email: string;
  readonly password: string;
}

/** StoryOptions say how much of the story there is, and with what further settings the product runs. */
export interface StoryOptions {
  readonly isWhole?: boolean;
  readonly days?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** openStoryInstallation declares the network and one person of each role, starts the product, and sends it the story through its receiver; `isWhole` has all 300 stores. */
export async function openStoryInstallation(
  now: Date,
  { isWhole = false, days = DAYS, environment = {} }: StoryOptions = {},
): Promise<StoryInstallation> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "watchfloor-pages-"));
  const simulation = await loadStorySimulation({ isWhole });
  const people = await declare(join(dataDirectory, "postgres"), buildDeclaredNetwork(simulation), now);
  const instance = await startInstance({
    ...{ WATCHFLOOR_DATA: dataDirectory, WATCHFLOOR_INGEST_KEY: KEY },
    ...environment,
  });
  const send = async (events: readonly StoryEvent[]) => {
    for (let from = 0; from < events.length; from += BATCH) {
      const { status, body } = await sendEvents(instance.eventsUrl, KEY, events.slice(from, from + BATCH));
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body).slice(0, 2_000)}`);
    }
  };
  const events = buildStoryEvents(simulation, { now, days });
  await send(events);
  const token = await signIn(instance.url, ADMIN);
  const question = "{ worstObligations(first: 1) { runs } storeWall { store } }";
  await eventually(
    () => getData<{ worstObligations: unknown[]; storeWall: unknown[] }>(instance.url, token, question),
    ({ worstObligations, storeWall }) => worstObligations.length > 0 && storeWall.length > 0,
    30_000,
  );
  return { instance, token, people, simulation, send };
}

/** Stores here are open around the clock: the silence of one is news at any time of day. */
async function declare(
  directory: string,
  network: ReturnType<typeof buildDeclaredNetwork>,
  now: Date,
): Promise<Readonly<Record<string, Person>>> {
  const postgres = await openEmbeddedPostgres(directory);
  await migratePostgres(postgres);
  const people = await seedDemoPeople({
    ...{ postgres, tenant: TENANT, tenantTitle: "Northbridge Services", tenantTimeZone: "Europe/Berlin" },
    ...{ adminEmail: ADMIN.email, adminPassword: ADMIN.password, now },
  });
  const stores = (network.stores ?? []).map(({ calendar: _, ...store }) => store);
  await seedRegistry(postgres, TENANT, { ...network, calendars: [], stores }, now);
  await postgres.close();
  return Object.fromEntries(people.map(({ id, email, password }) => [id, { email, password }]));
}
