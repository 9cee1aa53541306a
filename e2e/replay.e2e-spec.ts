import { createHmac } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, getData, signIn } from "./support/ask.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const SECRET = "a secret that the shop signs with";
const CREATE = `mutation { made: createWebhookSource(input: { source: "shop", style: GITHUB, mapping: "orders", client: "northmart", secret: "${SECRET}" }) {
  ... on NewWebhookSecret { source } ... on WebhookProblem { message } } }`;
const START = `mutation ($input: StartReplayInput!) { answer: startReplay(input: $input) {
  ... on ReplayRequested { replay { id state } } ... on ReplayRefused { reason message } } }`;
const REPLAYS = "{ replays { id state read accepted duplicates rejected error } }";
const REJECTED = "{ page: rejectedEvents { totalCount nodes { reason source client sentBy payload } } }";
const RUN = `query ($id: ID!) { run(client: "northmart", workflow: "order-to-erp", id: $id) { outcome } }`;
const METRICS = `query ($query: MetricQueryInput!) { metrics(query: $query) { groups { values { metric value } } } }`;

/** What an administrator does after a mapping was wrong: correct it, replay, look. */
describe("payloads that a mapping could not read", () => {
  let instance: Instance;
  let token: string;
  beforeAll(async () => {
    instance = await startInstance();
    token = await signIn(instance.url, ADMIN);
  }, 60_000);
  afterAll(async () => {
    await instance.stop();
    instance.remove();
  });

  function writeMapping(field: string): void {
    mkdirSync(join(instance.dataDirectory, "mappings"), { recursive: true });
    const lines = [
      ...[`title: orders by ${field}`, "format: { kind: payload }", "events:", "  - event:"],
      ...[
        `      id: { concat: [{ path: ${field} }, "-done"] }`,
        "      kind: run.finished",
        "      time: { path: at }",
      ],
      ...["      workflow: order-to-erp", `      run: { path: ${field} }`, "      outcome: succeeded", ""],
    ];
    writeFileSync(join(instance.dataDirectory, "mappings", "orders.mapping.yaml"), lines.join("\n"));
  }

  async function sendOrder(order: string): Promise<number> {
    const body = JSON.stringify({ order, at: new Date().toISOString() });
    const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
    const answer = await fetch(new URL("/v1/webhooks/shop", instance.eventsUrl), {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-hub-signature-256": signature, "x-github-delivery": order },
    });
    return answer.status;
  }

  async function replay(input: Record<string, unknown>) {
    const { answer } = await getData<{ answer: { replay: { id: string } } }>(instance.url, token, START, { input });
    const { replays } = await eventually(
      () => getData<{ replays: { id: string; state: string }[] }>(instance.url, token, REPLAYS),
      (data) => data.replays.some(({ id, state }) => id === answer.replay.id && state === "DONE"),
      20_000,
    );
    return replays.find(({ id }) => id === answer.replay.id);
  }

  async function readIntake(): Promise<Record<string, number>> {
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
    const query = { metrics: ["rejected_rate", "events_received", "duplicate_rate"], from, to };
    const { metrics } = await getData<{ metrics: { groups: { values: { metric: string; value: number }[] }[] } }>(
      instance.url,
      token,
      METRICS,
      { query },
    );
    return Object.fromEntries((metrics.groups[0]?.values ?? []).map(({ metric, value }) => [metric, value]));
  }

  it("become runs after the mapping was corrected and they were replayed, and count as refused no more", async () => {
    await getData(instance.url, token, CREATE);
    writeMapping("number");
    for (const order of ["A1", "A2", "A3"]) expect(await sendOrder(order)).toBe(207);
    const { page } = await eventually(
      () => getData<{ page: { totalCount: number; nodes: { payload: string }[] } }>(instance.url, token, REJECTED),
      (data) => data.page.totalCount === 3,
    );
    expect(page.nodes[0]).toMatchObject({
      ...{ reason: "MAPPING_FAILED", source: "shop", client: "northmart", sentBy: "webhook:shop" },
      payload: expect.stringContaining('"mapping":"orders"') as string,
    });
    expect(await readIntake()).toMatchObject({ rejected_rate: 1, events_received: 3 });

    writeMapping("order");
    const counts = { read: 3, accepted: 3, duplicates: 0, rejected: 0, error: null };
    expect(await replay({ what: "REJECTED", reasons: ["MAPPING_FAILED"] })).toMatchObject(counts);
    for (const id of ["A1", "A2", "A3"])
      expect(await getData(instance.url, token, RUN, { id })).toEqual({ run: { outcome: "SUCCEEDED" } });
    const healed = { rejected_rate: 0, events_received: 3, duplicate_rate: 0 };
    expect(await readIntake()).toEqual(healed);

    expect(await replay({ what: "REJECTED" })).toMatchObject({ read: 0, accepted: 0 });
    const range = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
    expect(await replay({ what: "RANGE", ...range })).toMatchObject({ read: 3, accepted: 3 });
    expect(await readIntake()).toEqual(healed);
  }, 90_000);
});
