import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const OWN = "{{#incidents}}{{#isNew}}+{{/isNew}}{{state}} {{store}};{{/incidents}} {{count}}";

describe.each(["built-in", "own"])("what messages say in %s words", (words) => {
  let postgres: Postgres;
  let world: AlertWorld;
  beforeEach(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    if (words === "own")
      await postgres.db.insert(schema.messageTemplate).values({
        ...{ tenant: "t1", id: "own", version: 1, name: "own", medium: "mail", title: "", text: OWN, isInUse: true },
        ...{ savedBy: "anna", savedAt: world.now() },
      });
  }, 30_000);
  afterEach(async () => {
    await world.close();
    await postgres.close();
  });
  const mails = () => world.mails.received.splice(0).map(({ mail }) => mail.text ?? "");
  const mail = (mode: "event" | "grouped") =>
    world.addContact({ target: { kind: "email", address: "ops@example.org" }, mode });
  const list = (text: string) =>
    words === "own"
      ? (/^(.*;) \d+$/m.exec(text)?.[1] ?? "").split(";").filter((each) => each !== "")
      : [...text.matchAll(/^(NEW )?(\w+): Orders late, (\S+)$/gm)].map(
          ([, isNew, state = "", store = ""]) =>
            `${isNew === undefined ? "" : "+"}${state === "resolved" ? state : "firing"} ${store}`,
        );

  it("what fires, new ones marked, then what ended, each end once", async () => {
    await mail("grouped");
    await world.story.fire({ store: "s1" });
    await world.story.fire({ store: "s2" });
    await world.pass(30 * SECOND);
    expect(mails().map(list)).toEqual([["+firing s1", "+firing s2"]]);
    await world.story.resolve({ store: "s1" });
    await world.story.fire({ store: "s3", labels: { n: "3" } });
    await world.pass(5 * MINUTE, MINUTE);
    const [second, ...none] = mails().map(list);
    expect(none).toEqual([]);
    expect(second?.slice(0, 2).sort()).toEqual(["+firing s3", "firing s2"]);
    expect(second?.slice(2)).toEqual(["resolved s1"]);
    await world.pass(240 * MINUTE, 5 * MINUTE);
    const repeated = mails().map(list);
    expect(repeated.map((each) => [...each].sort())).toEqual([["firing s2", "firing s3"]]);
  });

  it("how often something flaps, in one line, whatever the words", async () => {
    await mail("event");
    for (let time = 0; time < 3; time += 1) {
      await world.story.fire();
      await world.pass(MINUTE);
      await world.story.resolve();
      await world.pass(MINUTE);
    }
    const texts = mails();
    expect(texts.filter((text) => text.includes("Flapping, 3 times in 1 h."))).not.toHaveLength(0);
    for (const text of texts) expect(text.match(/Flapping/g) ?? []).toHaveLength(text.includes("Flapping") ? 1 : 0);
  });

  it("counts by severity, rule and store of a storm, the ten gravest, and the way to all", async () => {
    await mail("event");
    for (let index = 0; index < 20; index += 1)
      await world.story.fire({ labels: { n: String(index) }, rule: `r${index}` });
    await world.work();
    expect(mails()).toHaveLength(20);
    for (let index = 0; index < 12; index += 1)
      await world.story.fire({
        rule: `w${index}`,
        labels: { n: String(index) },
        severity: index < 3 ? "critical" : "warning",
      });
    await world.pass(5 * MINUTE, MINUTE);
    const [digest = "", ...more] = mails();
    expect(more).toEqual([]);
    expect(digest).toContain("12 messages in 5 min are told together.");
    expect(digest).toContain("By severity: warning 9, critical 3.");
    expect(digest).toContain("By rule: Orders late 12.");
    expect(digest).toContain("By store: s1 12.");
    expect(digest).toContain("and 2 more");
    expect(digest).toContain("All alerts: https://w.example/alerts");
    expect(list(digest)).toHaveLength(10);
    if (words === "built-in") expect(digest.match(/^NEW critical/gm)).toHaveLength(3);
  });
});
