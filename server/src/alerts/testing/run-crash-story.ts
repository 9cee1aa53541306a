import { schema } from "@watchfloor/sql";
import { inArray } from "drizzle-orm";
import type { Channels } from "../channels/channel.js";
import type { SendOutcome } from "../channels/send-outcome.js";
import { DeliveryWorker } from "../delivery/delivery-worker.js";
import { AlertPlanner } from "../planning/alert-planner.js";
import { AlertTicker } from "../planning/alert-ticker.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import type { AlertWorld } from "./open-alert-world.js";
import { Killed, openMortalPostgres, type Death, type Mortal } from "./open-mortal-postgres.js";

/** CrashReport is what a story came to: how often a process died, and everything that must not be. */
export interface CrashReport {
  readonly kills: number;
  readonly messages: number;
  readonly violations: readonly string[];
}

const STEPS = 16;
/** A life without a death is some 100 statements long: deaths come early, late, and not at all. */
const MOST_STATEMENTS = 120;
/** Every second death is right before, or right after, one of the first messages goes out. */
const MOST_STEPS = 4;
const NEVER: Death = { statement: Infinity, step: Infinity };
const INSTANCES = ["s1", "s2", "s3"];

/**
 * runCrashStory lets instances of two tenants fire and end while the process that plans, ticks and sends is killed again and again at seeded
 * statements: within transactions, between claim and sending, between sending and its writing down. Afterwards everything must have been
 * told at least once with one id, nothing to the wrong tenant, no end before its beginning, and every intent must have ended.
 */
export async function runCrashStory(world: AlertWorld, seed: number): Promise<CrashReport> {
  const random = buildRandom(seed);
  const tenants = [`crash-${seed}-a`, `crash-${seed}-b`];
  const contacts = new Map<string, string>();
  for (const tenant of tenants) {
    await world.addPerson(`owner-${tenant}`, {}, tenant);
    const given = { tenant, owner: `owner-${tenant}` };
    contacts.set(tenant, await world.addContact({ ...given, target: world.webhook(tenant) }));
    const chat = { kind: "slack" as const, url: `${world.receiver.url}/chat-${tenant}` };
    await world.addContact({ ...given, target: chat, mode: "grouped" });
  }
  const outbox: CommittedTransition[] = [];
  const committed: CommittedTransition[] = [];
  const firing = new Set<string>();
  let kills = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const [tenant, store] = [choose(tenants, random), choose(INSTANCES, random)];
    const key = `${tenant} ${store}`;
    const kind = firing.has(key) ? "resolved" : "fired";
    if (kind === "fired") firing.add(key);
    else firing.delete(key);
    const transition = await world.story.commit(kind, { tenant, store });
    outbox.push(transition);
    committed.push(transition);
    world.time += Math.floor(random() * 40_000);
    if (await live(world, outbox, chooseDeath(random))) kills += 1;
  }
  for (let turn = 0; turn < 8; turn += 1) {
    world.time += 61_000;
    await live(world, outbox, NEVER);
  }
  world.time += 1_200_000;
  for (let turn = 0; turn < 6; turn += 1) {
    world.time += 61_000;
    await live(world, outbox, NEVER);
  }
  return check(world, { tenants, contacts, committed, kills });
}

/** One life of a process: it takes over what was left, tells, and dies at a statement; true = it died. */
async function live(world: AlertWorld, outbox: CommittedTransition[], death: Death): Promise<boolean> {
  const { registry, now, logger, box } = world;
  const mortal = openMortalPostgres(world.postgres, death);
  const { postgres, isDead } = mortal;
  const planner = new AlertPlanner({ postgres, registry, now });
  const ticker = new AlertTicker({ postgres, registry, now, logger });
  const worker = new DeliveryWorker({
    ...{ postgres, registry, now, logger, box, channels: openMortalChannels(world, mortal), random: () => 0.5 },
    buildLinks: () => ({ unsubscribeUrl: null, manageUrl: null, buildAcknowledgeUrl: () => null }),
  });
  try {
    for (let [next] = outbox; next !== undefined; [next] = outbox) {
      await planner.accept(next);
      outbox.shift();
    }
    for (let turn = 0; turn < 4 && !isDead(); turn += 1) {
      await ticker.run();
      await worker.run();
    }
  } catch (cause) {
    if (!(cause instanceof Killed) && !isDead()) throw cause;
  }
  return isDead();
}

/** A process may die right before something goes over the wire, and right after. */
function openMortalChannels({ channels }: AlertWorld, { step }: Mortal): Channels {
  const around = async (send: () => Promise<SendOutcome>): Promise<SendOutcome> => {
    step();
    const outcome = await send();
    step();
    return outcome;
  };
  return {
    ...channels,
    webhook: { kind: "webhook", send: (message) => around(() => channels.webhook.send(message)) },
    slack: { kind: "slack", send: (message) => around(() => channels.slack.send(message)) },
  };
}

interface Told {
  readonly tenants: readonly string[];
  readonly contacts: ReadonlyMap<string, string>;
  readonly committed: readonly CommittedTransition[];
  readonly kills: number;
}

async function check(world: AlertWorld, { tenants, contacts, committed, kills }: Told): Promise<CrashReport> {
  const violations: string[] = [];
  let messages = 0;
  const { alertIntent } = schema;
  const intents = await world.postgres.db
    .select()
    .from(alertIntent)
    .where(inArray(alertIntent.tenant, [...tenants]));
  for (const { kind, disposition, contact } of intents)
    if (disposition === null) violations.push(`an intent (${kind}) of ${contact} never ended`);
  for (const tenant of tenants) {
    const chat = world.receiver.received.filter(({ path }) => path === `/chat-${tenant}`);
    const heard = world.heard(tenant);
    messages += heard.length + chat.length;
    const own = committed.filter((transition) => transition.tenant === tenant);
    const of = heard.map(({ type, id, body }) => ({ type, id, incident: readIncident(body) }));
    const ids = new Set(of.map(({ id }) => id));
    if (ids.size !== own.length) violations.push(`${own.length} transitions, ${ids.size} ids at ${tenant}`);
    for (const { kind, incidentId } of own) {
      const first = (type: string) => of.findIndex((each) => each.incident === incidentId && each.type === type);
      const at = first(`alert.${kind}`);
      if (at === -1) violations.push(`${kind} of ${incidentId} was never told`);
      if (kind === "resolved" && at < first("alert.fired")) violations.push(`${incidentId} ended before it began`);
    }
    const foreign = of.filter(({ incident }) => !own.some(({ incidentId }) => incidentId === incident));
    if (foreign.length > 0) violations.push(`${foreign.length} messages of another tenant at ${tenant}`);
    const expected = own.length;
    const planned = intents.filter(({ contact }) => contact === contacts.get(tenant)).length;
    if (planned !== expected) violations.push(`${expected} transitions, ${planned} intents at ${tenant}`);
  }
  return { kills, messages, violations };
}

function readIncident(body: Readonly<Record<string, unknown>>): string {
  const { data } = body;
  return typeof data === "object" && data !== null && "incident_id" in data ? String(data.incident_id) : "";
}

function chooseDeath(random: () => number): Death {
  return random() < 0.5
    ? { ...NEVER, statement: 1 + Math.floor(random() * MOST_STATEMENTS) }
    : { ...NEVER, step: 1 + Math.floor(random() * MOST_STEPS) };
}

function choose<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/** The same numbers for the same seed (mulberry32). */
function buildRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
