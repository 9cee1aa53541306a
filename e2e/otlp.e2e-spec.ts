import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { envDetector, detectResources } from "@opentelemetry/resources";
import { eventually, getData, signIn } from "./support/ask.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const KEY = "wfi_otlp_e2e_0123456789";
const RUN = `query ($workflow: ID!, $id: ID!) { run(client: "acme", workflow: $workflow, id: $id) {
  outcome errorMessage startedAt finishedAt source store
  steps { step outcome from to errorClass errorMessage sequence source }
  links { traceId spanId run { id workflow } }
  events { nodes { kind } }
} }`;

interface ShownRun {
  readonly run: { steps: { step: string; sequence: number }[]; [name: string]: unknown } | null;
}

/** The program knows nothing of us but the variables that the README names. */
describe("a program that is instrumented with OpenTelemetry", () => {
  let instance: Instance;
  const before = { ...process.env };
  beforeAll(async () => {
    instance = await startInstance({ WATCHFLOOR_INGEST_KEY: KEY });
    process.env["OTEL_EXPORTER_OTLP_ENDPOINT"] = new URL(instance.eventsUrl).origin;
    process.env["OTEL_EXPORTER_OTLP_HEADERS"] = `authorization=Bearer%20${KEY}`;
    process.env["OTEL_EXPORTER_OTLP_COMPRESSION"] = "gzip";
    process.env["OTEL_SERVICE_NAME"] = "order-hub";
    process.env["OTEL_RESOURCE_ATTRIBUTES"] = "watchfloor.client=acme";
  }, 60_000);
  afterAll(async () => {
    process.env = before;
    await instance.stop();
  });

  it("appears as runs with steps, status, errors and links", async () => {
    const provider = new NodeTracerProvider({
      resource: detectResources({ detectors: [envDetector] }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
    });
    const tracer = provider.getTracer("shop");
    const received = tracer.startSpan("receive-order");
    received.end();
    const order = tracer.startSpan("order-to-erp", {
      attributes: { "watchfloor.store": "0001", "watchfloor.run": "order-1001" },
      links: [{ context: received.spanContext() }],
    });
    const inside = trace.setSpan(ROOT_CONTEXT, order);
    tracer.startSpan("validate", { startTime: Date.now() - 20 }, inside).end();
    const post = tracer.startSpan(
      "post",
      { kind: SpanKind.CLIENT, startTime: Date.now() - 10, attributes: { "server.address": "erp.acme.example" } },
      inside,
    );
    post.recordException(new RangeError("no such account"));
    post.setStatus({ code: SpanStatusCode.ERROR });
    post.end();
    order.setStatus({ code: SpanStatusCode.ERROR, message: "not posted" });
    order.end();
    await provider.shutdown();

    const token = await signIn(instance.url, ADMIN);
    const { run } = await eventually(
      () => getData<ShownRun>(instance.url, token, RUN, { workflow: "order-to-erp", id: "order-1001" }),
      (data) => data.run?.steps.length === 2,
    );
    expect(run).toMatchObject({
      ...{ outcome: "FAILED", errorMessage: "not posted", source: "order-hub", store: "0001" },
      steps: [
        { step: "validate", outcome: "SUCCEEDED", from: null, to: null },
        {
          ...{ step: "post", outcome: "FAILED", from: "order-hub", to: "erp.acme.example" },
          ...{ errorClass: "RangeError", errorMessage: "no such account" },
        },
      ],
      links: [
        {
          traceId: received.spanContext().traceId,
          spanId: received.spanContext().spanId,
          run: { id: received.spanContext().traceId, workflow: "receive-order" },
        },
      ],
    });
    expect(run?.steps[0]?.sequence).toBeGreaterThan(2 ** 31);
    expect(run?.["events"]).toMatchObject({
      nodes: expect.arrayContaining([{ kind: "run.finished" }, { kind: "step.finished" }]) as unknown,
    });
  }, 60_000);
});
