import { CloudEvent, emitterFor, HTTP, Mode, type Message } from "cloudevents";
import { openTestReceiver, type TestReceiver } from "../../testing/open-test-receiver.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const TIME = "2026-06-01T11:00:00Z";

describe("CloudEvents, sent with the official package", () => {
  let receiver: TestReceiver;
  let ids = 0;
  beforeAll(async () => {
    receiver = await openTestReceiver({ now: () => NOW });
  }, 60_000);
  afterAll(() => receiver.close());

  const build = (more: Record<string, unknown> = {}) =>
    new CloudEvent({
      id: `ce-${(ids += 1)}`,
      source: "/systems/pos",
      type: "run.started",
      time: TIME,
      data: { client: "northmart", workflow: "order-to-erp", run: `run-${ids}`, store: "0001" },
      ...more,
    });
  const headersOf = (message: Message): Record<string, string> =>
    Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  const sendMessage = (message: Message) => receiver.send(String(message.body), headersOf(message));
  const readRun = async (run: string) => {
    await receiver.ingestion.intake.settled();
    const [row] = await receiver.clickhouse.query<Record<string, unknown>>({
      name: "test.run",
      sql: "SELECT client, workflow, source, store, outcome, correlation FROM run FINAL WHERE tenant = 'acme' AND run = {run:String}",
      params: { run },
    });
    return row;
  };

  it.each([
    ["structured", HTTP.structured],
    ["binary", HTTP.binary],
  ])("takes one event in %s mode", async (_, encode) => {
    const event = build();
    expect(await sendMessage(encode(event))).toMatchObject({ status: 200, body: { accepted: 1 } });
    expect(await readRun((event.data as { run: string }).run)).toMatchObject({
      client: "northmart",
      workflow: "order-to-erp",
      source: "/systems/pos",
      store: "0001",
    });
  });

  it("takes what the package's own emitter sends", async () => {
    let status = 0;
    const emit = emitterFor(async (message) => (status = (await sendMessage(message)).status), { mode: Mode.BINARY });
    await emit(build({ type: "org.example.watchfloor.run.started" }));
    expect(status).toBe(200);
  });

  it("takes a batch, tells what is wrong with each that is refused, and loses nothing else of it", async () => {
    const good = build();
    const batch = [
      good.toJSON(),
      { ...(build().toJSON() as object), specversion: "0.3" },
      { ...(build().toJSON() as object), type: "order.shipped" },
      { ...(build().toJSON() as object), data: "text" },
      { ...(build().toJSON() as object), source: "" },
      { ...(build().toJSON() as object), id: undefined },
      { ...(build().toJSON() as object), time: undefined },
      { ...(build().toJSON() as object), time: "yesterday" },
      17,
    ];
    const answer = await receiver.send(JSON.stringify(batch), { "content-type": "application/cloudevents-batch+json" });
    expect(answer).toMatchObject({
      status: 207,
      body: {
        accepted: 1,
        rejected: [
          { index: 1, reason: "malformed", field: "specversion" },
          { index: 2, reason: "unknown_kind", field: "kind" },
          { index: 3, reason: "wrong_type", field: "data" },
          { index: 4, reason: "malformed" },
          { index: 5, reason: "missing_field", field: "id" },
          { index: 6, reason: "missing_field", field: "time" },
          { index: 7, reason: "wrong_type", field: "time" },
          { index: 8, reason: "malformed" },
        ],
      },
    });
    expect(await readRun((good.data as { run: string }).run)).toBeDefined();
  });

  it("refuses data nested deeper than the stack, and goes on", async () => {
    const { id, source, time } = build();
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const body = `{"specversion":"1.0","id":"${id}","source":"${source}","time":"${time}","type":"feed.heartbeat","data":{"client":"c","x":${deep}}}`;
    const answer = await receiver.send(body, { "content-type": "application/cloudevents+json" });
    expect(answer).toMatchObject({ status: 207, body: { rejected: [{ reason: "malformed" }] } });
    expect(await sendMessage(HTTP.binary(build()))).toMatchObject({ status: 200 });
  });

  it("recognises an event sent again, in whatever mode", async () => {
    const event = build();
    expect((await sendMessage(HTTP.structured(event))).body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect((await sendMessage(HTTP.binary(event))).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it("fills from extension attributes what data leaves open, and keeps the others in the payload", async () => {
    const event = build({
      client: "northmart",
      correlation: "order 77 €",
      traceparent: "00-1",
      data: { workflow: "order-to-erp", run: "extended" },
    });
    const message = HTTP.binary(event);
    // The binding has attributes percent-encoded in headers; the package leaves that to its transport.
    message.headers["ce-correlation"] = encodeURIComponent("order 77 €");
    expect(await sendMessage(message)).toMatchObject({ status: 200 });
    expect(await readRun("extended")).toMatchObject({ client: "northmart", correlation: "order 77 €" });
    const [row] = await receiver.clickhouse.query<{ payload: string }>({
      name: "test.payload",
      sql: "SELECT payload FROM event WHERE tenant = 'acme' AND id = {id:String}",
      params: { id: event.id },
    });
    expect(JSON.parse(row?.payload ?? "{}")).toMatchObject({
      run: "extended",
      cloudEvent: { type: "run.started", traceparent: "00-1" },
    });
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ["a structured body that is no JSON", "{", { "content-type": "application/cloudevents+json" }, 400, "unreadable"],
    ["a batch that is no array", "{}", { "content-type": "application/cloudevents-batch+json" }, 400, "unreadable"],
    ["binary data that is no JSON", "{", { "ce-id": "1", "ce-specversion": "1.0" }, 400, "unreadable"],
    ["binary data of another type", "x", { "ce-id": "1", "content-type": "text/plain" }, 415, "unsupported_type"],
  ])("answers %s clearly", async (_, body, headers, status, code) => {
    expect(await receiver.send(body, headers)).toMatchObject({
      status,
      body: { error: { code } },
    });
  });
});
