import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { sendEvents } from "./support/ask.js";
import { buildStoreEvents } from "./support/build-store-events.js";
import { openBrowser } from "./support/open-browser.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const KEY = "wfi_web_0123456789";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SERIOUS = ["serious", "critical"];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate<Violation[]>("axe.run().then((report) => report.violations)");
  return violations
    .filter((entry) => SERIOUS.includes(entry.impact))
    .map((entry) => `${entry.id}: ${entry.nodes[0]?.html ?? ""}`);
}

describe("the pages against a running installation", () => {
  let instance: Instance;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];
  const foreign: string[] = [];
  const cell = (words: RegExp) => page.getByRole("link", { name: words });

  beforeAll(async () => {
    instance = await startInstance({ WATCHFLOOR_INGEST_KEY: KEY });
    const now = new Date();
    const events = ["0001", "0002", "0003"].flatMap((store) => buildStoreEvents({ store, count: 10, now }));
    expect(await sendEvents(instance.eventsUrl, KEY, events)).toMatchObject({ status: 200 });
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1440, height: 960 } });
    page = await context.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== instance.url && !request.url().startsWith("data:"))
        foreign.push(request.url());
    });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await instance.stop();
    instance.remove();
  });

  it("leads to the sign-in page, refuses a wrong password, and then leads to where one wanted to go", async () => {
    await page.goto(`${instance.url}/runs?state=finished`);
    await page.getByLabel("E-mail").fill(ADMIN.email);
    await page.getByLabel("Password", { exact: true }).fill("not this one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("E-mail or password is wrong.").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "SKU-0001-0" }).waitFor();
    expect(page.url()).toBe(`${instance.url}/runs?state=finished`);
  }, 30_000);

  it("shows an accepted event within two seconds, without a reload", async () => {
    await page.goto(instance.url);
    await cell(/0002: ok/).waitFor();
    await page.getByText(/^Live/).first().waitFor();
    const dueAt = new Date(Date.now() - 3_600_000).toISOString();
    const event = {
      id: "late",
      kind: "run.started",
      time: dueAt,
      dueAt,
      source: "pos",
      client: "shop",
      store: "0002",
      workflow: "price-sync",
      run: "late",
      money: { amount: 4800, currency: "EUR" },
    };
    expect(await sendEvents(instance.eventsUrl, KEY, event)).toMatchObject({ status: 200 });
    const acceptedAt = performance.now();
    await cell(/0002: late/).waitFor();
    expect(performance.now() - acceptedAt).toBeLessThan(2_000);
    await page.getByText("1 thing needs you").waitFor();
    await page.getByText("EUR 4.8 k").first().waitFor();
  }, 30_000);

  it("leads from the wall to the store and on to the run, its steps and its events as received", async () => {
    await cell(/0001: ok/).click();
    await page.getByRole("heading", { name: "Recent runs" }).waitFor();
    await page.getByRole("link", { name: "SKU-0001-3" }).first().click();
    await page.getByText("pricing → pos").waitFor();
    await page.locator("summary", { hasText: "run.finished" }).click();
    expect(await page.getByLabel("Payload of 0001-f-3").innerText()).toContain('"outcome": "succeeded"');
    await page.goBack();
    await page.getByRole("heading", { name: "Recent runs" }).waitFor();
  }, 30_000);

  it("keeps scope and range in the address, over a reload", async () => {
    await page.goto(`${instance.url}/?range=7d&region=none`);
    await page.getByRole("button", { name: "Last 7 days" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Last 7 days" }).waitFor();
    expect(page.url()).toContain("range=7d");
  }, 30_000);

  it.each([1440, 360])(
    "has no serious finding for readers and does not scroll sideways at %d px",
    async (width) => {
      await page.setViewportSize({ width, height: 960 });
      for (const path of ["/", "/stores", "/stores/shop/0002", "/runs", "/runs/shop/price-sync/0001-3"]) {
        await page.goto(instance.url + path);
        await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
        expect([path, await findFaults(page)]).toEqual([path, []]);
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      }
    },
    60_000,
  );

  it("says when the connection is lost, and recovers by itself", async () => {
    await page.goto(instance.url);
    await page.getByText(/^Live/).first().waitFor();
    const ports = {
      WATCHFLOOR_PORT: new URL(instance.url).port,
      WATCHFLOOR_INGEST_PORT: new URL(instance.eventsUrl).port,
    };
    await instance.stop();
    await page.getByText("The live connection is lost.").waitFor({ timeout: 15_000 });
    instance = await startInstance({ WATCHFLOOR_DATA: instance.dataDirectory, WATCHFLOOR_INGEST_KEY: KEY, ...ports });
    await page.getByText("The live connection is lost.").waitFor({ state: "detached", timeout: 30_000 });
    await cell(/0002: late/).waitFor();
  }, 90_000);

  it("asked nobody but its own server and threw nothing", () => {
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
});
