import { randomUUID } from "node:crypto";
import { openSecretBox, schema, type Postgres } from "@watchfloor/sql";
import pino from "pino";
import type { Channels } from "../channels/channel.js";
import type { ContactTarget } from "../channels/contact-target.js";
import { openMailer, type Mailer } from "../channels/email/mailer.js";
import { openChannels } from "../channels/open-channels.js";
import { sealTarget } from "../contacts/target-box.js";
import { DeliveryWorker } from "../delivery/delivery-worker.js";
import { findNoticeImages } from "../images/find-notice-images.js";
import { OwnerMailWorker } from "../delivery/owner-mail-worker.js";
import { AlertLinkBuilder } from "../links/alert-link-builder.js";
import { AlertPlanner } from "../planning/alert-planner.js";
import { AlertTicker } from "../planning/alert-ticker.js";
import { buildWirePolicy } from "../wire/wire-policy.js";
import { Wire } from "../wire/wire.js";
import { AlertStory } from "./alert-story.js";
import { startMailServer, type MailServer, type ReceivedMail } from "./start-mail-server.js";
import { startReceiver, type Receiver } from "./start-receiver.js";

const START = Date.UTC(2026, 3, 10, 12, 0);
/** WORLD_SECRET signs the links of this world. */
export const WORLD_SECRET = "l".repeat(43);
const NO_LIMITS = { clients: null, regions: null, stores: null, channels: null, partners: null };
const STORES = [
  { client: "c1", store: "s1", region: "north", title: "s1" },
  { client: "c1", store: "s2", region: "south", title: "s2" },
  { client: "c2", store: "s1", region: "north", title: "s1" },
];

/** TestContact is a contact of a test, with one subscription to everything unless told otherwise. */
export interface TestContact {
  readonly tenant?: string;
  readonly target: ContactTarget;
  readonly mode?: "event" | "grouped";
  readonly owner?: string;
  readonly row?: Partial<typeof schema.contact.$inferInsert>;
  /** null = none. */
  readonly subscription?: Partial<typeof schema.subscription.$inferInsert> | null;
}

/** AlertWorld is everything after a committed transition, with real receivers and a clock that stands still until it is moved. */
export class AlertWorld {
  readonly box = openSecretBox("a secret of at least 32 characters!!");
  readonly registry = { listStorePlaces: () => Promise.resolve(STORES) };
  readonly logger = pino({ level: "silent" });
  readonly planner: AlertPlanner;
  readonly ticker: AlertTicker;
  readonly worker: DeliveryWorker;
  readonly story: AlertStory;
  readonly links: AlertLinkBuilder;
  readonly owners: OwnerMailWorker;
  readonly channels: Channels;
  time = START;

  constructor(
    readonly postgres: Postgres,
    readonly receiver: Receiver,
    readonly mails: MailServer,
    readonly mailer: Mailer,
  ) {
    const { registry, logger, box, now } = this;
    const policy = buildWirePolicy({ ranges: "127.0.0.0/8", ports: String(receiver.port), isHttpAllowed: true });
    const sender = { productName: "Watchfloor", userAgent: "Watchfloor/test", publicUrl: "https://w.example" };
    this.channels = openChannels({ wire: new Wire(policy), mailer, sender });
    this.links = new AlertLinkBuilder({ secret: WORLD_SECRET, publicUrl: sender.publicUrl, now });
    this.planner = new AlertPlanner({ postgres, registry, now });
    this.ticker = new AlertTicker({ postgres, registry, now, logger });
    this.worker = new DeliveryWorker({
      ...{ postgres, registry, now, logger, box, channels: this.channels, random: () => 0.5 },
      buildLinks: ({ tenant, contact, id: delivery }) => ({
        ...{ unsubscribeUrl: null, manageUrl: null },
        buildAcknowledgeUrl: (incident) => this.links.acknowledge({ tenant, contact, delivery, incident }),
      }),
      findImages: (wish) => findNoticeImages(postgres, { secret: WORLD_SECRET, publicUrl: sender.publicUrl }, wish),
    });
    this.owners = new OwnerMailWorker({ postgres, mailer, now, logger, random: () => 0.5 });
    this.story = new AlertStory(postgres, () => this.planner, now);
  }

  readonly now = () => new Date(this.time);

  /** addPerson lets somebody into a tenant. */
  async addPerson(id: string, scope: Record<string, string[]> = {}, tenant = "t1"): Promise<void> {
    const { db } = this.postgres;
    await db
      .insert(schema.person)
      .values({ id, name: id, email: `${id}@example.org` })
      .onConflictDoNothing();
    await db.insert(schema.grant).values({ userId: id, tenant, role: "operations", scope });
  }

  /** addContact makes a contact whose address is confirmed. */
  async addContact({
    tenant = "t1",
    target,
    mode = "event",
    owner = "anna",
    row,
    subscription,
  }: TestContact): Promise<string> {
    const id = row?.id ?? randomUUID();
    const at = this.now();
    const { db } = this.postgres;
    await db.insert(schema.contact).values({
      ...{
        tenant,
        id,
        title: id.slice(0, 8),
        kind: target.kind,
        mode,
        owner,
        secret: sealTarget(this.box, { tenant, id }, target),
      },
      ...{ createdAt: at, changedAt: at, confirmedAt: at, ...row },
    });
    if (subscription !== null)
      await db.insert(schema.subscription).values({
        ...{ tenant, id: randomUUID(), contact: id, limits: JSON.stringify(NO_LIMITS), createdBy: owner },
        ...{ createdAt: at, changedAt: at, ...subscription },
      });
    return id;
  }

  /** webhook is a target that the receiver of this world hears. */
  webhook(path = "hook"): ContactTarget {
    const secrets = [{ secret: `whsec_${Buffer.alloc(32, 7).toString("base64")}`, until: null }];
    return { kind: "webhook", url: `${this.receiver.url}/${path}`, secrets };
  }

  /** work does what is due now until nothing is. */
  async work(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1)
      if ((await this.ticker.run()) + (await this.worker.run()) + (await this.owners.run()) === 0) return;
  }

  /** pass moves the clock on, and works every `stepMs` on the way. */
  async pass(ms: number, stepMs = ms): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      this.time += Math.min(stepMs, left);
      await this.work();
    }
  }

  /** takeOwnersTold lists which mails owners were sent since it was last asked, by whose they are. */
  takeOwnersTold(): string[] {
    const isOwners = ({ mail }: ReceivedMail) => !mail.headers.some(({ key }) => key === "x-delivery-id");
    const { received } = this.mails;
    const mine = received.filter(isOwners);
    received.splice(0, received.length, ...received.filter((each) => !isOwners(each)));
    return mine.map(({ to, mail }) => `${to[0]?.split("@")[0] ?? ""}: ${mail.subject ?? ""}`);
  }

  /** heard lists what a path of the receiver was sent since it was last asked. */
  heard(path = "hook"): { type: string; body: Record<string, unknown>; id: string }[] {
    const mine = this.receiver.received.filter((request) => request.path === `/${path}`);
    const rest = this.receiver.received.filter((request) => request.path !== `/${path}`);
    this.receiver.received.splice(0, this.receiver.received.length, ...rest);
    return mine.map(({ body, headers }) => {
      const read = JSON.parse(body) as Record<string, unknown>;
      return {
        type: String(read["type"] ?? read["event_action"] ?? ""),
        body: read,
        id: String(headers["x-delivery-id"]),
      };
    });
  }

  /** listDispositions returns how every transition ended for a contact, in their order. */
  async listDispositions(contact: string): Promise<string[]> {
    const rows = await this.postgres.db.select().from(schema.alertIntent);
    return rows
      .filter((row) => row.contact === contact)
      .sort((left, right) => left.createdAt.getTime() - right.createdAt.getTime())
      .map(({ kind, disposition }) => `${kind} ${disposition ?? "waits"}`);
  }

  async close(): Promise<void> {
    this.mailer.close();
    await Promise.all([this.receiver.close(), this.mails.close()]);
  }
}

/** openAlertWorld starts the receivers and lets `anna` into `t1`; the caller opens and closes Postgres. */
export async function openAlertWorld(postgres: Postgres): Promise<AlertWorld> {
  const [receiver, mails] = await Promise.all([startReceiver(), startMailServer()]);
  const world = new AlertWorld(postgres, receiver, mails, openMailer({ url: mails.url, from: "alerts@w.example" }));
  await world.addPerson("anna");
  return world;
}
