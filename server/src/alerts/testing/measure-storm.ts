import { schema } from "@watchfloor/sql";
import { isNull } from "drizzle-orm";
import type { ContactTarget } from "../channels/contact-target.js";
import type { AlertWorld } from "./open-alert-world.js";

/** StormMeasure is what a storm came to. */
export interface StormMeasure {
  /** Seconds until everything that fired was planned, and until what is due within 15 minutes was sent. */
  readonly plannedS: number;
  readonly sentS: number;
  /** Messages by who got them. */
  readonly messages: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

const MINUTE = 60_000;
const RULES = 20;
const CLIENTS = ["c1", "c2"];
/** What people get within 15 minutes: 20 messages, then a digest every five minutes. */
const MOST_TO_PEOPLE = 23;
/** What an on-call service gets: 100 critical ones, then digests. */
const MOST_PAGES = 103;

/** measureStorm lets `count` critical incidents of 20 rules fire at one moment, for a mail address, two chats, an on-call service and a machine. */
export async function measureStorm(world: AlertWorld, count: number): Promise<StormMeasure> {
  const { url } = world.receiver;
  const chat = (path: string): ContactTarget => ({ kind: "slack", url: `${url}/${path}` });
  await world.addContact({ target: { kind: "email", address: "desk@example.org" }, mode: "grouped" });
  await world.addContact({ target: chat("grouped"), mode: "grouped" });
  await world.addContact({ target: chat("each"), mode: "event" });
  await world.addContact({ target: { kind: "pagerduty", routingKey: "k".repeat(32), url: `${url}/pages` } });
  await world.addContact({ target: world.webhook("machine") });
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1)
    await world.story.fire({
      ...{ severity: "critical", rule: `rule-${index % RULES}`, labels: { n: String(index) } },
      client: CLIENTS[Math.floor(index / RULES) % CLIENTS.length] ?? "c1",
    });
  const plannedAt = performance.now();
  await world.pass(15 * MINUTE, MINUTE);
  const messages = {
    mail: world.mails.received.length,
    ...Object.fromEntries(["grouped", "each", "pages", "machine"].map((path) => [path, world.heard(path).length])),
  };
  const { alertIntent } = schema;
  const waiting = await world.postgres.db.select().from(alertIntent).where(isNull(alertIntent.disposition));
  return {
    ...{ plannedS: (plannedAt - startedAt) / 1_000, sentS: (performance.now() - plannedAt) / 1_000, messages },
    violations: [
      ...findStorms(messages, count),
      ...waiting.slice(0, 3).map(({ id }) => `an intent never ended: ${id}`),
    ],
  };
}

function findStorms(messages: Readonly<Record<string, number>>, count: number): string[] {
  const most: Readonly<Record<string, number>> = {
    ...{ mail: MOST_TO_PEOPLE, grouped: MOST_TO_PEOPLE, each: MOST_TO_PEOPLE, pages: MOST_PAGES, machine: count },
  };
  const over = Object.entries(messages).filter(([who, got]) => got > (most[who] ?? 0));
  const untold = Object.entries(messages).filter(([, got]) => got === 0);
  return [
    ...over.map(([who, got]) => `${got} messages to ${who} of ${count} that fired at once`),
    ...untold.map(([who]) => `nothing was told to ${who}`),
    ...(messages["machine"] === count ? [] : [`a machine heard ${messages["machine"] ?? 0} of ${count}`]),
  ];
}
