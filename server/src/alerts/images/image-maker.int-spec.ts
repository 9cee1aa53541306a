import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import { schema } from "@watchfloor/sql";
import { Registry } from "prom-client";
import { buildMetricsService } from "../../metrics/execution/build-metrics-service.js";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { ChartSeriesReader } from "../charts/chart-series.service.js";
import type { ContactTarget } from "../channels/contact-target.js";
import { AlertEvaluation } from "../evaluate/alert-evaluation.service.js";
import { FigureReader } from "../evaluate/figure-reader.service.js";
import { collectImageFigures } from "../health/collect-image-figures.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { ImageMaker, type ImageMakerParts } from "./image-maker.js";
import { withImages } from "./with-images.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const RULE = `kind: threshold\ntitle: Orders fail\nsummary: "{{value}} fail"\nmetric: failure_rate\nwindowSeconds: 60\ngroupBy: [client]\nforSeconds: 0\nlevels: [{ severity: critical, threshold: 0.5, recoveryThreshold: 0.2 }]`;

describe("charts of messages", () => {
  let world: MetricsWorld;
  let alerts: AlertWorld;
  let directory: string;
  let maker: ImageMaker;
  let reader: ChartSeriesReader;
  const fired: CommittedTransition[] = [];
  /** Runs that ended a minute before T0 + minute: so many failed of ten. */
  const end = (minute: number, failed: number, client: string) =>
    Array.from({ length: 10 }, (_, index) => {
      const endedAt = new Date(T0 + minute * MINUTE - 30_000 + index);
      return {
        ...{ tenant: "t1", client, workflow: "w", run: `${client}-${minute}-${index}`, kind: "run", store: "s1" },
        ...{ day: endedAt.toISOString().slice(0, 10), started_at: new Date(endedAt.getTime() - 1_000) },
        ...{ finished_at: endedAt, outcome: index < failed ? "failed" : "succeeded" },
      };
    });
  const open = (given: Partial<ImageMakerParts> = {}) =>
    new ImageMaker({ postgres: world.postgres, series: reader, now: alerts.now, logger: alerts.logger, ...given });
  const saveRule = async (id: string, text = RULE) => {
    const definition = parseAlertRule(`id: ${id}\n${text}`, ALERT_RULE_KNOWLEDGE);
    const saved = { id, definition, fingerprint: "", createdAt: new Date(T0), createdBy: "p" };
    await new AlertRuleRepository(world.postgres).addVersion("t1", saved, 0);
  };
  const listImages = async () =>
    (await world.postgres.db.select().from(schema.alertImage)).filter(({ tenant }) => tenant === "t1");

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-images-"));
    world = await openMetricsWorld(directory, new Date(T0));
    alerts = await openAlertWorld(world.postgres);
    const minutes = Array.from({ length: 60 }, (_, place) => place - 59);
    await insertRows(world.clickhouse, "run", [
      ...minutes.flatMap((minute) => end(minute, minute === 0 ? 9 : minute % 3, "c1")),
      ...minutes.flatMap((minute) => end(minute, minute === 0 ? 7 : 0, "c2")),
    ]);
    await saveRule("failing");
    const { metrics } = buildMetricsService({ ...world, now: () => world.now });
    reader = new ChartSeriesReader(new FigureReader(metrics));
    maker = open();
  }, 60_000);
  afterAll(async () => {
    await alerts.close();
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });
  beforeEach(() => {
    alerts.mails.received.length = 0;
    alerts.receiver.received.length = 0;
  });

  it("reach every channel with the figures of the rule, each contact those of what it may see alone", async () => {
    const { receiver } = alerts;
    const targets: [string, ContactTarget][] = [
      ["slack", { kind: "slack", url: `${receiver.url}/slack` }],
      ["teams", { kind: "teams", url: `${receiver.url}/teams` }],
      ["pagerduty", { kind: "pagerduty", routingKey: "k".repeat(32), url: `${receiver.url}/pagerduty` }],
      ["webhook", alerts.webhook("webhook")],
      ["mail", { kind: "email", address: "ops@example.org" }],
    ];
    receiver.answer = () => ({ status: 200, body: "ok" });
    alerts.time = T0 + MINUTE + 10_000;
    for (const [id, target] of targets)
      await alerts.addContact({ target, row: { id }, subscription: { client: "c1", limits: JSON.stringify(OF_C1) } });
    const sink = withImages(alerts.planner, maker);
    const evaluation = new AlertEvaluation({
      ...{
        clickhouse: world.clickhouse,
        postgres: world.postgres,
        now: alerts.now,
        logger: alerts.logger,
        holder: "one",
      },
      sink: {
        async accept(transition) {
          if (transition.kind === "fired") fired.push(transition);
          await sink.accept(transition);
        },
      },
    });
    world.now = alerts.now();
    await evaluation.run();
    // What is seen for the first time is judged a minute later.
    alerts.time += MINUTE;
    world.now = alerts.now();
    await evaluation.run();
    expect(fired.map(({ client }) => client).sort()).toEqual(["c1", "c2"]);
    await maker.settle();
    await alerts.work();

    const images = await listImages();
    expect(images).toHaveLength(2);
    const mine = images.find(({ incident }) =>
      fired.some((each) => each.client === "c1" && each.incidentId === incident),
    );
    expect(images.every(({ result, png }) => result === "made" && png !== null && png.length < 200_000)).toBe(true);
    expect(mine?.alt).toContain("fired at 90 %, threshold 50 %");
    const bodies = targets.slice(0, 4).map(([id]) => alerts.heard(id).map(({ body }) => body));
    const [slack, teams, pagerduty, webhook] = bodies.map(([body]) => JSON.parse(JSON.stringify(body ?? {})) as object);
    const url: unknown = expect.stringMatching(new RegExp(`^https://w\\.example/links/images/${mine?.key}\\.`));
    expect(slack).toMatchObject({
      attachments: [{ image_url: url, fallback: expect.stringContaining("Orders fail") }],
    });
    expect(JSON.stringify(slack)).not.toContain('"type":"image"');
    expect(JSON.stringify(teams)).toContain('"type":"Image"');
    expect(pagerduty).toMatchObject({ images: [{ src: url, alt: mine?.alt }] });
    expect(webhook).toMatchObject({ data: { image_url: url } });
    const foreign = images.find((image) => image !== mine);
    expect(JSON.stringify([slack, teams, pagerduty, webhook])).not.toContain(foreign?.key);
    const mail = alerts.mails.received[0]?.mail;
    expect(mail?.attachments).toEqual([
      expect.objectContaining({ mimeType: "image/png", contentId: "<chart-1@chart>", disposition: "inline" }),
    ]);
    expect(mail?.html).toContain('<img src="cid:chart-1@chart"');
    expect(mail?.html).not.toMatch(/src="https?:/);
    const log = JSON.stringify(
      await world.postgres.db.select({ exchange: schema.delivery.exchange }).from(schema.delivery),
    );
    expect(log).not.toContain(mine?.key);
  }, 30_000);

  it("are drawn once, however often a transition is published", async () => {
    const before = await listImages();
    for (const transition of [...fired, ...fired]) maker.wish(transition);
    await maker.settle();
    expect((await listImages()).map(({ key }) => key).sort()).toEqual(before.map(({ key }) => key).sort());
  });

  /** Another incident of c1, as if it had fired at the same slot. */
  const another = (incidentId: string, ruleId = "failing"): CommittedTransition => {
    const [like] = fired;
    if (like === undefined) throw new Error("Nothing fired.");
    return { ...like, incidentId, ruleId };
  };
  const resultOf = async (incident: string) => (await listImages()).find((each) => each.incident === incident)?.result;

  it.each([
    ["late", { series: { read: () => new Promise<never>(() => undefined) }, budgetMs: 30 }, "late"],
    ["failing", { series: { read: () => Promise.reject(new Error("the engine is down")) } }, "failed"],
  ] as const)("keep no message waiting and have none tried again when they are %s", async (id, given, result) => {
    const slow = open(given);
    const story = await alerts.story.fire({ rule: `is ${id}`, client: "c1" });
    slow.wish(another(story));
    await alerts.work();
    expect(alerts.heard("webhook").map(({ type, body }) => [type, body["data"]])).toEqual([
      ["alert.fired", expect.objectContaining({ incident_id: story, image_url: null })],
    ]);
    await slow.settle();
    expect(await resultOf(story)).toBe(result);
    const rows = await world.postgres.db.select().from(schema.delivery);
    expect(rows.filter(({ stream }) => stream === story).map(({ attempt }) => attempt)).not.toContain(2);
  });

  it("are left out of rules whose values are no measure, of rules that were changed since, and of what is long over", async () => {
    await saveRule(
      "missing",
      'kind: no_data\ntitle: Silent\nsummary: "{{client}} is silent"\nmetric: runs_started\nwindowSeconds: 900\ngroupBy: [client]\nseverity: critical',
    );
    const wishes = [
      another("a", "missing"),
      { ...another("b"), ruleVersion: 7 },
      { ...another("c"), slotAt: T0 - 3_600_000 },
    ];
    for (const wish of wishes) maker.wish(wish);
    await maker.settle();
    for (const { incidentId } of wishes) expect(await resultOf(incidentId)).toBeUndefined();
  });

  it("of a storm are read once, and given up rather than made late", async () => {
    let reads = 0;
    const counting = {
      read: (...asked: Parameters<ChartSeriesReader["read"]>) => {
        reads += 1;
        return reader.read(...asked);
      },
    };
    const storm = open({ series: counting });
    const ids = Array.from({ length: 1_000 }, (_, place) => `storm-${place}`);
    for (const id of ids) storm.wish(another(id));
    const startedAt = performance.now();
    await storm.settle();
    expect(performance.now() - startedAt).toBeLessThan(7_000);
    const results = (await listImages()).filter(({ incident }) => incident.startsWith("storm-"));
    expect(results).toHaveLength(1_000);
    expect(results.filter(({ result }) => result === "late").length).toBeGreaterThanOrEqual(799);
    expect(reads).toBe(1);
    const registry = new Registry();
    collectImageFigures(registry, world.postgres, alerts.now);
    expect(await registry.metrics()).toMatch(/watchfloor_alert_images_day\{result="failed"\} 1\n/);
  }, 30_000);
});

const OF_C1 = { clients: ["c1"], regions: null, stores: null, channels: null, partners: null };
