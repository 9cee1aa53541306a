import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import type { Browser, Page } from "playwright-core";
import { openPageAs } from "./pages/open-page-as.js";
import { settle } from "./pages/settle.js";
import { openBrowser } from "./support/open-browser.js";
import { eventually, getData, sendEvents, signIn } from "./support/ask.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const KEY = "wfi_alerts_0123456789";
const RULE = `id: own-orders-failing
kind: threshold
title: Orders fail
summary: "{{value}} of the orders of {{client}} fail"
metric: failure_rate
groupBy: [client]
windowSeconds: 60
intervalSeconds: 10
delaySeconds: 0
forSeconds: 0
keepFiringSeconds: 0
newGroupDelaySeconds: 0
levels: [{ severity: critical, threshold: 0.5 }]
`;
const CONTACT = `mutation ($input: AlertContactInput!) {
  answer: createAlertContact(input: $input) { ... on SavedContact { secret contact { id } } ... on NotificationProblem { message } }
}`;
const SUBSCRIPTION = `mutation ($input: AlertSubscriptionInput!) {
  answer: saveAlertSubscription(input: $input) { ... on AlertSubscription { id } ... on NotificationProblem { message } }
}`;
const SAVE = `mutation ($text: String!) {
  answer: saveAlertRule(text: $text, expectedVersion: 0) { ... on AlertRule { id } ... on AlertProblem { message } }
}`;

interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
}
interface Message {
  readonly type: string;
  readonly data: {
    readonly labels: Record<string, string>;
    readonly rule: { readonly id: string };
    readonly summary: string;
  };
}

describe("a subscriber", () => {
  const heard: Heard[] = [];
  let receiver: Server;
  let instance: Instance;
  let browser: Browser | undefined;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        heard.push({ headers: request.headers as Record<string, string>, body });
        response.end("ok");
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    instance = await startInstance({
      WATCHFLOOR_INGEST_KEY: KEY,
      WATCHFLOOR_ALERT_RANGES: "127.0.0.0/8",
      WATCHFLOOR_ALERT_PORTS: String(readPort(receiver)),
      WATCHFLOOR_ALERT_HTTP: "on",
    });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await instance.stop();
    instance.remove();
    receiver.close();
  });

  it("is told once that orders fail, with a signature, and once that it is over", async () => {
    const token = await signIn(instance.url, ADMIN);
    const change = async <Data>(query: string, variables: Record<string, unknown>) =>
      (await getData<{ answer: Data }>(instance.url, token, query, variables)).answer;
    const address = `http://127.0.0.1:${readPort(receiver)}/hook`;
    const { secret, contact } = await change<{ secret: string; contact: { id: string } }>(CONTACT, {
      input: { kind: "WEBHOOK", title: "Operations", address },
    });
    await change(SUBSCRIPTION, { input: { contact: contact.id } });
    expect(await change(SAVE, { text: RULE })).toEqual({ id: "own-orders-failing" });

    const failing = setInterval(() => void send("c1", "failed"), 2_000);
    const fired = await eventually(
      () => Promise.resolve(read("alert.fired", secret)),
      ({ length }) => length > 0,
      150_000,
    );
    clearInterval(failing);
    expect(fired).toHaveLength(1);
    expect(fired[0]?.data).toMatchObject({ rule: { id: "own-orders-failing" }, labels: { client: "c1" } });
    const recovering = setInterval(() => void send("c1", "succeeded", 20), 2_000);
    const ended = await eventually(
      () => Promise.resolve(read("alert.resolved", secret)),
      ({ length }) => length > 0,
      120_000,
    );
    clearInterval(recovering);
    expect(ended).toHaveLength(1);
    expect(read("alert.fired", secret)).toHaveLength(1);
  }, 240_000);

  it("is shown an incident on the pages: whoever acknowledges it with a note takes it off the count, and sees it end by itself", async () => {
    browser = await openBrowser();
    const { page, problems, context } = await openPageAs(browser, { url: instance.url, person: ADMIN });
    await page.goto(`${instance.url}/alerts?rule=own-orders-failing`);
    await settle(page);
    expect(await readCount(page)).toBe(0);
    const failing = setInterval(() => void send("c2", "failed"), 2_000);
    const row = page.getByRole("link", { name: /of the orders of c2 fail/ });
    await row.waitFor({ timeout: 150_000 });
    clearInterval(failing);
    await eventually(
      () => readCount(page),
      (open) => open === 1,
      30_000,
    );

    await row.click();
    await page.getByText("What happened").waitFor();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await page.getByLabel("Note", { exact: true }).fill("The till of c2 is being looked at");
    await page.getByRole("dialog").getByRole("button", { name: "Acknowledge" }).click();
    await page.getByText("The till of c2 is being looked at").waitFor();
    await page.getByText(/critical, fires, acknowledged/).waitFor();
    await eventually(
      () => readCount(page),
      (open) => open === 0,
      30_000,
    );

    const recovering = setInterval(() => void send("c2", "succeeded", 20), 2_000);
    await page.getByText("Over: it recovered by itself").waitFor({ timeout: 120_000 });
    clearInterval(recovering);
    await page.getByText(/critical, over, lasted/).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  }, 300_000);

  /** What the navigation counts beside the page of alerts. */
  async function readCount(page: Page): Promise<number> {
    const text = await page
      .getByRole("navigation", { name: "Pages", exact: true })
      .getByRole("link", { name: /^Alerts/ })
      .innerText();
    return Number(/\d+/.exec(text)?.[0] ?? 0);
  }

  let count = 0;
  async function send(client: string, outcome: string, many = 5): Promise<void> {
    const time = new Date().toISOString();
    const events = Array.from({ length: many }, () => {
      const id = `run-${(count += 1)}`;
      const run = { time, source: "shop", client, workflow: "order-to-erp", run: id };
      return [
        { ...run, id: `${id}-started`, kind: "run.started" },
        { ...run, id: `${id}-finished`, kind: "run.finished", outcome },
      ];
    });
    await sendEvents(instance.eventsUrl, KEY, events.flat()).catch(() => undefined);
  }

  /** What was said of the rule; a message whose signature is wrong throws. */
  function read(type: string, secret: string): Message[] {
    return heard
      .map(({ headers, body }) => new Webhook(secret).verify(body, headers) as Message)
      .filter((message) => message.type === type && message.data.rule.id === "own-orders-failing");
  }
});

function readPort(server: Server): number {
  // NOTE: a server that listens on a port has an address of this form.
  return (server.address() as AddressInfo).port;
}
