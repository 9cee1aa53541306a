import { context, diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPLogExporter as JsonLogExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { OTLPLogExporter as ProtoLogExporter } from "@opentelemetry/exporter-logs-otlp-proto";
import { OTLPMetricExporter as JsonMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPMetricExporter as ProtoMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { OTLPTraceExporter as JsonTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { OTLPTraceExporter as ProtoTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { CompressionAlgorithm } from "@opentelemetry/otlp-exporter-base";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { LoggerProvider, SimpleLogRecordProcessor } from "@opentelemetry/sdk-logs";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { openTestReceiver, type TestReceiver } from "../../testing/open-test-receiver.js";

/** What the official Node packages send, who know nothing of us: only attributes are set. */
describe("OTLP, sent with the official packages", () => {
  let receiver: TestReceiver;
  beforeAll(async () => {
    receiver = await openTestReceiver({ now: () => new Date() });
  }, 60_000);
  afterAll(() => receiver.close());

  const said: string[] = [];
  const keep = (...words: unknown[]) => void said.push(words.map(String).join(" "));
  beforeAll(() => {
    diag.setLogger({ error: keep, warn: keep, info: () => {}, debug: () => {}, verbose: () => {} }, DiagLogLevel.WARN);
  });
  beforeEach(() => void (said.length = 0));
  afterAll(() => diag.disable());

  const optionsFor = (path: string, more: Record<string, unknown> = {}) => ({
    url: `${receiver.url}/v1/${path}`,
    headers: { authorization: `Bearer ${receiver.key}` },
    compression: CompressionAlgorithm.GZIP,
    ...more,
  });
  const query = async <Row = Record<string, unknown>>(sql: string, params: Record<string, string> = {}) => {
    await receiver.ingestion.intake.settled();
    return receiver.clickhouse.query<Row>({ name: "test", sql, params });
  };

  describe.each([
    ["JSON", JsonTraceExporter, "json"],
    ["protobuf", ProtoTraceExporter, "proto"],
  ])("traces as %s", (_, Exporter, label) => {
    const open = (more: Record<string, unknown> = {}, client: object = { "watchfloor.client": "northmart" }) => {
      const provider = new NodeTracerProvider({
        resource: resourceFromAttributes({
          "service.name": `shop-${label}`,
          "service.version": "1.4",
          "process.pid": 17,
          ...client,
        }),
        spanProcessors: [new BatchSpanProcessor(new Exporter(optionsFor("traces", more)))],
      });
      return { provider, tracer: provider.getTracer("test") };
    };

    it("makes a run of a root span and steps of the others, with status, error, peers, attributes and links", async () => {
      const { provider, tracer } = open();
      const first = tracer.startSpan("receive-order", { attributes: { "watchfloor.store": "0007" } });
      first.end();
      const root = tracer.startSpan("order-to-erp", {
        attributes: {
          "watchfloor.store": "0007",
          "watchfloor.channel": "web",
          "watchfloor.due_at": "2026-11-21T12:00:00+01:00",
          "watchfloor.entity.type": "order",
          "watchfloor.entity.id": "1001",
          "watchfloor.money.amount": 129.9,
          "watchfloor.money.currency": "EUR",
          "watchfloor.attempts": 2,
          "watchfloor.human_touched": true,
          "retail.tier": "gold",
          "retail.items": 3,
          "retail.lines": ["a", "b"],
        },
        links: [{ context: first.spanContext() }],
      });
      const inside = trace.setSpan(ROOT_CONTEXT, root);
      tracer.startSpan("validate", { startTime: Date.now() - 20 }, inside).end();
      const post = tracer.startSpan(
        "post",
        { kind: SpanKind.CLIENT, attributes: { "peer.service": "erp" }, startTime: Date.now() - 10 },
        inside,
      );
      post.recordException(new TypeError("the ERP said no"));
      post.setStatus({ code: SpanStatusCode.ERROR, message: "posting failed" });
      post.end();
      root.setStatus({ code: SpanStatusCode.ERROR, message: "order not posted" });
      root.end();
      await provider.shutdown();
      expect(said).toEqual([]);

      const { traceId } = root.spanContext();
      const [run] = await query("SELECT * FROM run FINAL WHERE run = {run:String}", { run: traceId });
      expect(run).toMatchObject({
        ...{ client: "northmart", workflow: "order-to-erp", source: `shop-${label}`, store: "0007", channel: "web" },
        ...{ outcome: "failed", error_message: "order not posted", attempts: 2, human_touched: true },
        ...{ entity_type: "order", entity_id: "1001", currency: "EUR" },
        attributes: {
          "retail.tier": "gold",
          "retail.items": "3",
          "retail.lines": '["a","b"]',
          "service.version": "1.4",
        },
      });
      expect(String(run?.["due_at"])).toContain("2026-11-21 11:00:00");
      const steps = await query("SELECT * FROM step FINAL WHERE run = {run:String} ORDER BY sequence", {
        run: traceId,
      });
      expect(steps).toMatchObject([
        { step: "validate", outcome: "succeeded", workflow: "", from_system: "", id: expect.stringContaining(traceId) },
        {
          ...{ step: "post", outcome: "failed", from_system: `shop-${label}`, to_system: "erp" },
          ...{ error_class: "TypeError", error_message: "the ERP said no" },
        },
      ]);
      const [event] = await query<{ payload: string }>("SELECT payload FROM event FINAL WHERE id = {id:String}", {
        id: `${traceId}${root.spanContext().spanId}`,
      });
      expect(JSON.parse(event?.payload ?? "")).toMatchObject({
        kind: "run.finished",
        trace: traceId,
        links: [{ trace: first.spanContext().traceId, span: first.spanContext().spanId }],
      });
    });

    it("tells the SDK how many spans were refused and why, and keeps the others", async () => {
      const { provider, tracer } = open({}, {});
      tracer.startSpan("no-client").end();
      const kept = tracer.startSpan("kept", { attributes: { "watchfloor.client": "northmart" } });
      kept.end();
      await provider.shutdown();
      expect(said.join("\n")).toMatch(/Partial Success.*1 of 2 spans refused.*missing_field client \(1\)/s);
      expect(
        await query("SELECT workflow FROM run FINAL WHERE run = {run:String}", { run: kept.spanContext().traceId }),
      ).toEqual([{ workflow: "kept" }]);
    });

    it("does not take a key nobody knows", async () => {
      const { provider, tracer } = open({ headers: { authorization: "Bearer wrong" } });
      tracer.startSpan("unheard").end();
      await provider.shutdown().catch(keep);
      expect(said.join("\n")).toMatch(/401|Unauthorized/);
      expect(await query("SELECT run FROM run FINAL WHERE workflow = 'unheard'")).toEqual([]);
    });
  });

  it.each([
    ["JSON", JsonMetricExporter, "json"],
    ["protobuf", ProtoMetricExporter, "proto"],
  ])("makes measures of metrics as %s", async (_, Exporter, label) => {
    const reader = new PeriodicExportingMetricReader({
      exporter: new Exporter(optionsFor("metrics")),
      exportIntervalMillis: 60_000,
    });
    const provider = new MeterProvider({
      readers: [reader],
      resource: resourceFromAttributes({ "service.name": `till-${label}`, "watchfloor.client": "northmart" }),
    });
    const meter = provider.getMeter("test");
    meter.createCounter("orders", { unit: "{order}" }).add(7, { "watchfloor.store": "0001", lane: "a" });
    meter.createUpDownCounter("stock").add(-3);
    meter.createGauge("temperature", { unit: "Cel" }).record(4.5, { "watchfloor.store": "0001" });
    const histogram = meter.createHistogram("basket", { unit: "EUR" });
    for (const value of [10, 20.5]) histogram.record(value);
    await provider.shutdown();
    expect(said).toEqual([]);
    const rows = await query(
      "SELECT measure, toFloat64(value) AS value, unit, store, attributes FROM measure FINAL WHERE source = {source:String} ORDER BY measure",
      { source: `till-${label}` },
    );
    expect(rows).toMatchObject([
      { measure: "basket.count", value: 2, unit: "1" },
      { measure: "basket.sum", value: 30.5, unit: "EUR" },
      { measure: "orders", value: 7, unit: "{order}", store: "0001", attributes: { lane: "a" } },
      { measure: "stock", value: -3, unit: "1" },
      { measure: "temperature", value: 4.5, unit: "Cel", store: "0001" },
    ]);
  });

  it.each([
    ["JSON", JsonLogExporter, "json"],
    ["protobuf", ProtoLogExporter, "proto"],
  ])("raises exceptions of log records as %s, and says that others are not stored", async (_, Exporter, label) => {
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({ "service.name": `erp-${label}`, "watchfloor.client": "northmart" }),
      processors: [new SimpleLogRecordProcessor({ exporter: new Exporter(optionsFor("logs")) })],
    });
    const logger = provider.getLogger("test");
    const span = { traceId: label === "json" ? "a".repeat(32) : "b".repeat(32), spanId: "c".repeat(16), traceFlags: 1 };
    logger.emit({
      body: "price missing",
      context: trace.setSpanContext(context.active(), span),
      attributes: { "watchfloor.exception.class": "price", "watchfloor.store": "0002", sku: "4711" },
    });
    logger.emit({
      body: { text: "no class" },
      attributes: { "watchfloor.exception.class": "stock", "watchfloor.exception.id": `x-${label}` },
    });
    logger.emit({ body: "just a line" });
    await provider.shutdown();
    expect(said.join("\n")).toMatch(
      /1 of 1 log records not stored: only records with the attribute watchfloor.exception.class/,
    );
    const rows = await query(
      "SELECT exception, class, run, store, message, attributes FROM exception FINAL WHERE source = {source:String} ORDER BY class",
      { source: `erp-${label}` },
    );
    expect(rows).toMatchObject([
      {
        ...{ exception: `${span.traceId}/${span.spanId}/price`, class: "price", run: span.traceId, store: "0002" },
        ...{ message: "price missing", attributes: { sku: "4711" } },
      },
      { exception: `x-${label}`, class: "stock", run: "", message: '{"text":"no class"}' },
    ]);
    const metrics = await (await fetch(`${receiver.url}/metrics`)).text();
    expect(metrics).toMatch(/watchfloor_ingest_otlp_ignored_items_total\{signal="logs"\} [12]/);
  });
});
