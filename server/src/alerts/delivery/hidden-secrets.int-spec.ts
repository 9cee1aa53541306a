import { Writable } from "node:stream";
import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import pino from "pino";
import type { ContactTarget } from "../channels/contact-target.js";
import { DeliveryLogService } from "./delivery-log.service.js";
import { DeliveryWorker } from "./delivery-worker.js";
import { buildScope } from "../../scope/scope.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const MINUTE = 60_000;
const [SLACK, TEAMS, KEY, HOOK] = [
  "T0SLACKSECRET9",
  "TEAMSSECRET4711",
  "PDKEYSECRET".padEnd(32, "7"),
  "HOOKPATHSECRET1",
];
const SIGNING = Buffer.from("a signing secret of 32 bytes!!!!").toString("base64");
const SECRETS = [SLACK, TEAMS, KEY, HOOK, SIGNING];

describe("what must not be seen of a contact", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  let logged = "";

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });

  const buildWorker = () => {
    const { registry, channels, box, now } = world;
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        logged += chunk.toString();
        done();
      },
    });
    return new DeliveryWorker({
      ...{ postgres, registry, channels, box, now, random: () => 0.5, logger: pino({ level: "trace" }, sink) },
      buildLinks: () => ({ unsubscribeUrl: null, manageUrl: null, buildAcknowledgeUrl: () => null }),
    });
  };

  it("is in no log, no stored answer and no answer to anybody, whatever a receiver sends back", async () => {
    const { url } = world.receiver;
    const targets: ContactTarget[] = [
      { kind: "slack", url: `${url}/services/${SLACK}` },
      { kind: "teams", url: `${url}/workflows/${TEAMS}?sig=${TEAMS}` },
      { kind: "pagerduty", routingKey: KEY, url: `${url}/v2/enqueue` },
      { kind: "webhook", url: `${url}/${HOOK}`, secrets: [{ secret: `whsec_${SIGNING}`, until: null }] },
    ];
    for (const target of targets) await world.addContact({ target });
    const worker = buildWorker();
    // A receiver that answers with all it was sent: its path, its key and its signature.
    for (const status of [500, 405, 401]) {
      world.receiver.answer = ({ path, body }) => ({ status, body: `no: ${path} ${body}` });
      await world.story.fire({ rule: `r${status}`, severity: "critical" });
      for (let turn = 0; turn < 3; turn += 1) {
        await world.ticker.run();
        await worker.run();
        world.time += MINUTE;
      }
    }
    const { contact, ...tables } = schema;
    const rows = await postgres.db.select().from(tables.delivery);
    expect(rows.filter(({ exchange }) => exchange !== null).length).toBeGreaterThan(3);
    const kept = await Promise.all(
      [tables.delivery, tables.alertAudit, tables.alertIntent, tables.alertDocument].map((table) =>
        postgres.db.select().from(table),
      ),
    );
    const contacts = (await postgres.db.select().from(contact)).map(({ secret, ...row }) => {
      expect(secret).not.toBeNull();
      for (const each of SECRETS) expect(secret).not.toContain(each);
      return row;
    });
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "anna" });
    const log = new DeliveryLogService({ postgres, registry: world.registry, now: world.now });
    const filter = { contact: null, incident: null, before: null, after: null, first: 100, state: null };
    const answered = await log.list(scope, filter);
    expect(answered.length).toBeGreaterThan(3);
    expect(logged).toContain("message is dead");
    const all = JSON.stringify([kept, contacts, answered, logged]);
    expect(all).toContain("***");
    for (const each of SECRETS) expect(all).not.toContain(each);
  }, 60_000);
});
