import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { OwnerMailWorker } from "../delivery/owner-mail-worker.js";
import { tellOfDeadLetter } from "../delivery/tell-of-dead-letter.js";
import { EMPTY_DOCUMENT, buildRuleKey } from "../evaluate/rule-document.js";
import { parseAlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { Killed, openMortalPostgres } from "../testing/open-mortal-postgres.js";
import { RuleHealthWatch } from "./rule-health-watch.js";

const MINUTE = 60_000;
const NEVER = { statement: Infinity, step: Infinity };

describe("a mail to whoever owns a rule", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    await postgres.db
      .insert(schema.tenant)
      .values({ id: "t1", title: "t1", createdAt: world.now() })
      .onConflictDoNothing();
    for (const id of ["a", "b"]) {
      const text = `id: ${id}\nkind: threshold\ntitle: ${id}\nsummary: s\nmetric: runs_open\nlevels: [{ severity: info, threshold: 1 }]`;
      const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
      const saved = { id, definition, fingerprint: "", createdAt: world.now(), createdBy: "anna" };
      await new AlertRuleRepository(postgres).addVersion("t1", saved, 0);
    }
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });
  beforeEach(async () => {
    await postgres.db.delete(schema.alertDocument);
    world.takeOwnersTold();
    world.time += 60 * MINUTE;
  });

  const setHealth = async (id: string, state: "ok" | "error" | "limit") => {
    const documents = new AlertDocumentRepository(postgres);
    const key = buildRuleKey(id);
    const at = world.time;
    const health = { state, errors: 3, message: "no answer", at, since: at - 10 * MINUTE };
    const version = (await documents.get("t1", key))?.version ?? 0;
    await documents.cas("t1", { key, version, doc: { ...EMPTY_DOCUMENT, cursor: at, health }, nextAt: null });
  };
  const watch = (within: Postgres) =>
    new RuleHealthWatch({ postgres: within, now: world.now, logger: world.logger }).run();
  const open = (within: Postgres, mailer = world.mailer) =>
    new OwnerMailWorker({ postgres: within, mailer, now: world.now, logger: world.logger, random: () => 0.5 });

  it("goes out once, whichever statement its decision dies at", async () => {
    for (let statement = 1; statement <= 12; statement += 1) {
      await postgres.db.delete(schema.alertDocument);
      await setHealth("a", "error");
      const mortal = openMortalPostgres(postgres, { ...NEVER, statement });
      await watch(mortal.postgres).catch((cause: unknown) => {
        if (!(cause instanceof Killed)) throw cause;
      });
      // The next process looks, and looks again.
      await watch(postgres);
      await watch(postgres);
      await world.work();
      expect([statement, world.takeOwnersTold()]).toEqual([statement, ["anna: An alert rule cannot be evaluated"]]);
    }
  });

  it("is sent again with the same id by the next process, wherever the one that sends it dies", async () => {
    for (let step = 1; step <= 12; step += 1) {
      await postgres.db.delete(schema.alertDocument);
      await setHealth("a", "error");
      await watch(postgres);
      const isWire = step <= 2;
      const mortal = openMortalPostgres(postgres, isWire ? { ...NEVER, step } : { ...NEVER, statement: step - 2 });
      const mailer = {
        ...world.mailer,
        async send(mail: Parameters<typeof world.mailer.send>[0]) {
          mortal.step();
          await world.mailer.send(mail);
          mortal.step();
        },
      };
      await open(mortal.postgres, mailer)
        .run()
        .catch(() => undefined);
      await world.work();
      world.time += 2 * MINUTE;
      await world.work();
      const ids = new Set(world.mails.received.map(({ mail }) => mail.messageId));
      expect([step, ids.size]).toEqual([step, 1]);
      expect(world.takeOwnersTold().length).toBeLessThanOrEqual(2);
    }
  });

  it("waits for a mail server that does not take it, and ends where it never will", async () => {
    await setHealth("a", "error");
    await watch(postgres);
    world.mails.refuse = () => 451;
    await world.work();
    expect(world.takeOwnersTold()).toEqual([]);
    world.mails.refuse = () => undefined;
    world.time += MINUTE;
    await world.work();
    expect(world.takeOwnersTold()).toHaveLength(1);
  });

  it("says when a rule sees more groups than are followed, once, and when it is over", async () => {
    const fallback = { isFallback: true };
    await world.addContact({ target: world.webhook(), row: fallback, subscription: null });
    await setHealth("a", "limit");
    for (let turn = 0; turn < 3; turn += 1) await watch(postgres);
    await world.work();
    expect(world.takeOwnersTold()).toEqual(["anna: An alert rule sees more groups than can be followed"]);
    await setHealth("b", "error");
    await watch(postgres);
    await world.work();
    expect(world.takeOwnersTold()).toEqual(["anna: An alert rule cannot be evaluated"]);
    for (const id of ["a", "b"]) await setHealth(id, "ok");
    await watch(postgres);
    await watch(postgres);
    await world.work();
    expect(world.takeOwnersTold()).toEqual([]);
    expect(world.heard().map(({ body }) => JSON.stringify(body).includes("well again"))).toEqual([true]);
    await postgres.db.delete(schema.contact);
  });

  it("about a contact that fails is decided and queued as one, once a day", async () => {
    const id = await world.addContact({ target: world.webhook() });
    await world.story.fire();
    await world.work();
    const [delivery] = await postgres.db.select().from(schema.delivery);
    const [contact] = (await postgres.db.select().from(schema.contact)).filter((each) => each.id === id);
    if (delivery === undefined || contact === undefined) throw new Error("There must be a delivery.");
    for (let statement = 1; statement <= 6; statement += 1) {
      await postgres.db.update(schema.contact).set({ ownerToldAt: null });
      const tell = (within: Postgres) =>
        tellOfDeadLetter(within, {
          ...{ delivery: { ...delivery, severity: "info" as const }, contact, now: world.now() },
          notice: {
            kind: "fired",
            delivery: delivery.id,
            thread: "t",
            at: world.time,
            headline: "",
            incidents: [],
            more: 0,
            remarks: [],
          },
          audience: { contacts: new Map(), subscriptions: [], grants: new Map(), regionOf: () => "" },
        });
      await tell(openMortalPostgres(postgres, { ...NEVER, statement }).postgres).catch(() => undefined);
      await tell(postgres);
      await tell(postgres);
      await world.work();
      expect(world.takeOwnersTold()).toHaveLength(1);
      world.time += MINUTE;
    }
  });
});
