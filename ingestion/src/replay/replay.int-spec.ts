import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createReplay,
  createWebhookSource,
  ensureTenant,
  findReplay,
  schema,
  type Replay,
  type ReplayWish,
} from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { signGithub } from "../receive/webhooks/testing/sign-webhook.js";
import { openTestReceiver, type TestReceiver } from "../testing/open-test-receiver.js";

const SECRET = "It's a Secret to Everybody";
let clock = new Date("2026-06-03T12:00:00Z");
let receiver: TestReceiver;

beforeAll(async () => {
  receiver = await openTestReceiver({ now: () => clock });
  const { postgres, secretBox: box } = receiver;
  await ensureTenant(postgres, { id: "other", title: "Other", isDemo: false, now: clock });
  for (const source of ["shop", "till"]) {
    const declared = { source, style: "github", mapping: "ours", secret: SECRET, tenant: "acme", client: "northmart" } as const;
    await createWebhookSource(postgres, declared, { box, now: clock });
  }
}, 60_000);
afterAll(() => receiver.close());

/** writeMapping declares how an order becomes a run; with `id: order` where payloads say `number` no id is found. */
function writeMapping(idField: string, age: number): void {
  mkdirSync(join(receiver.directory, "mappings"), { recursive: true });
  const file = join(receiver.directory, "mappings", "ours.mapping.yaml");
  const values = [`{ path: "${idField}" }`, '{ path: "at" }'];
  writeFileSync(
    file,
    [
      "source: shop",
      "client: nobody",
      "format: { kind: payload }",
      "events:",
      "  - forEach: orders",
      "    fields:",
      "      kind: run.finished",
      `      id: { join: [{ item: "${idField}" }, ":done"] }`,
      `      run: { item: "${idField}" }`,
      "      workflow: order-to-erp",
      '      time: { item: "at" }',
      "      outcome: succeeded",
      `# ${values.join(" ")} ${"x".repeat(age)}`,
    ].join("\n"),
  );
}

async function ask<Row>(sql: string): Promise<Row[]> {
  await receiver.ingestion.intake.settled();
  return receiver.clickhouse.query<Row>({ name: "test", sql });
}

async function replay(wish: Partial<ReplayWish> = {}): Promise<Replay> {
  const { postgres } = receiver;
  const all = { clients: null, sources: null, reasons: null, isBackfill: false, requestedBy: "p", from: null } as const;
  const made = await createReplay(
    postgres,
    { tenant: "acme", what: "rejected", by: "received_at", to: new Date("2027-01-01"), ...all, ...wish },
    clock,
  );
  for (;;) {
    const found = await findReplay(postgres, "acme", made?.id ?? "");
    if (found !== undefined && !["queued", "running"].includes(found.state)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const sendOrders = async (source: string, delivery: string, ...numbers: string[]) => {
  const body = JSON.stringify({ orders: numbers.map((number) => ({ number, at: "2026-06-03T11:00:00Z" })) });
  const answer = await fetch(`${receiver.url}/v1/webhooks/${source}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...signGithub(body, { secret: SECRET, event: "orders", id: delivery }) },
  });
  return { status: answer.status, body: await answer.json() };
};
