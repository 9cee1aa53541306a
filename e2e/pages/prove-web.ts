import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openBrowser } from "../support/open-browser.js";
import { openPageAs } from "./open-page-as.js";
import { openStoryInstallation, type StoryInstallation } from "./open-story-installation.js";
import { settle } from "./settle.js";
import { STORY } from "./story.js";

/** Compiled, this file lies one folder deeper. */
const PAGES = ["../../web/dist", "../../../web/dist"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync);
const KIB = 1_024;
const UPDATES = 10;
/** A live page is told about changes at most about once in two seconds; eight hours of a quiet network bring a change a minute. */
const UPDATE_EVERY_MS = 2_500;
const HOURS_OPEN = 8;
const CHANGES_AN_HOUR = 60;
const LOAD_WITHIN_MS = 60_000;

/** Figures the browser keeps: the largest paint, and the longest interaction. */
const WATCH = `
window.paint = 0; window.slowest = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.paint = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId > 0) window.slowest = Math.max(window.slowest, entry.duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });`;

/** WebFinding is a budget with what was measured; `limit` is the most that is allowed. */
export interface WebFinding {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}

/** proveWeb measures the budgets of the pages in a headless browser on a network of 300 stores; each finding says what may be. */
export async function proveWeb(print: (line: string) => void): Promise<readonly WebFinding[]> {
  const installation = await openStoryInstallation(new Date(), { isWhole: true, days: 1 });
  const browser = await openBrowser();
  const findings: WebFinding[] = [];
  const add = (name: string, value: number, limit: number, unit: string): void => {
    findings.push({ name, value, limit, unit });
    print(`web: ${name}: ${Math.round(value * 1_000) / 1_000} ${unit} (at most ${limit})`);
  };
  try {
    const { page, session } = await open(browser, installation);
    const scripts = watchScripts(page);
    await page.goto(installation.instance.url);
    await page.getByRole("navigation").first().getByRole("link").first().waitFor();
    add("initial JavaScript, until the frame of Live is drawn, gzipped", scripts() / 1_000, 250, "kB");
    await settle(page, LOAD_WITHIN_MS);
    print(`web: all JavaScript of Live with its charts, gzipped: ${Math.round(scripts() / 1_000)} kB`);
    // The second visit is what a server that has answered before gives, as in use.
    await page.reload();
    await settle(page, LOAD_WITHIN_MS);
    add("largest contentful paint of Live", await page.evaluate<number>("window.paint"), 1_500, "ms");
    add("layout shift of Live, 1440 px wide", await page.evaluate<number>("window.shifts"), 0.05, "");
    for (const width of [768, 360])
      add(`layout shift of Live, ${width} px wide`, await measureShift(page, session, width), 0.05, "");
    // What follows is of a page that was loaded at its size.
    await page.reload();
    await settle(page, LOAD_WITHIN_MS);
    add("interaction to next paint, 300 stores on the wall", await interact(page), 200, "ms");
    add("main thread of a live update", await measureUpdates(page, session, installation), 50, "ms");
    add("points a series over a year", await countPoints(page, installation), 500, "points");
    add("growth of the heap over eight hours", await measureHeap(page, session, installation, print), 4, "MiB");
  } finally {
    await browser.close();
    await installation.instance.stop();
    installation.instance.remove();
  }
  return findings;
}

async function open(browser: Browser, { instance, people }: StoryInstallation) {
  const person = people["operations"];
  if (person === undefined) throw new Error("there is no operator");
  const { context, page } = await openPageAs(browser, { url: instance.url, person });
  await context.addInitScript(WATCH);
  const session = await context.newCDPSession(page);
  // In processor time of the thread: what else the machine does is not what the page costs.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, session };
}

/** What the browser asks for, counted as the server sends it: every script lies beside its gzipped form. */
function watchScripts(page: Page): () => number {
  const names = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) names.add(pathname);
  });
  return () => [...names].reduce((sum, name) => sum + statSync(`${PAGES ?? ""}${name}.gz`).size, 0);
}

/** What moves while Live is loaded on a narrow screen by a processor of a quarter of the speed, as in a telephone. */
async function measureShift(page: Page, session: CDPSession, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 780 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.reload();
  await settle(page, LOAD_WITHIN_MS);
  const shift = await page.evaluate<number>("window.shifts");
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.setViewportSize({ width: 1440, height: 960 });
  return shift;
}

/** What people do with the wall in view: the palette and typing in it, a menu, a number explained, another range. */
async function interact(page: Page): Promise<number> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox").waitFor();
  await page.keyboard.type("hamburg", { delay: 60 });
  await page.keyboard.press("Escape");
  for (let step = 0; step < 3; step += 1) {
    await page.locator("main [data-why]").nth(step).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  for (let step = 0; step < 20; step += 1) await page.keyboard.press("Tab");
  await page.waitForTimeout(500);
  return page.evaluate<number>("window.slowest");
}

let sent = 0;
async function change({ send }: StoryInstallation): Promise<void> {
  const run = `live-${(sent += 1)}`;
  const time = new Date().toISOString();
  const where = { client: STORY.client, store: "0001", channel: "pos", source: "store-gateway" };
  const ends = { outcome: "succeeded", attempts: 1, startedAt: time };
  await send([{ id: run, kind: "run.finished", time, ...where, workflow: "inventory-sync", run, ...ends }]);
}

async function readSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

/** What the main thread does while changes come, less what it does while none come, for each. */
async function measureUpdates(page: Page, session: CDPSession, installation: StoryInstallation): Promise<number> {
  const spanMs = UPDATES * UPDATE_EVERY_MS;
  const start = await readSeconds(session);
  await page.waitForTimeout(spanMs);
  const idle = (await readSeconds(session)) - start;
  const busyFrom = await readSeconds(session);
  for (let update = 0; update < UPDATES; update += 1) {
    await change(installation);
    await page.waitForTimeout(UPDATE_EVERY_MS);
  }
  return Math.max(0, (1_000 * ((await readSeconds(session)) - busyFrom - idle)) / UPDATES);
}

interface Posted {
  readonly data?: unknown;
}

/** The longest series that any page of figures is sent for a year. */
async function countPoints(page: Page, { instance }: StoryInstallation): Promise<number> {
  let most = 0;
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith("/graphql")) return;
    const read = response.json().then(
      (body: Posted) => void (most = Math.max(most, longest(body.data))),
      // A question that the page gave up has no body.
      () => undefined,
    );
    reading.push(read);
  });
  const to = new Date().toISOString();
  const from = new Date(Date.parse(to) - 365 * 86_400_000).toISOString();
  for (const path of [
    "/",
    "/executive",
    "/portfolio",
    "/channels",
    "/partners/northmart/techdirekt",
    "/clients/halden",
  ]) {
    await page.goto(`${instance.url}${path}?from=${from}&to=${to}`);
    await settle(page, LOAD_WITHIN_MS);
  }
  await Promise.all(reading);
  if (most === 0) throw new Error("no series was sent");
  return most;
}

function longest(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(longest));
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(
    0,
    ...Object.entries(value).map(([name, inner]) =>
      name === "series" && Array.isArray(inner) ? inner.length : longest(inner),
    ),
  );
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / KIB / KIB;
}

/** As many changes as eight hours bring, as fast as they are taken. The first tenth fills what the page keeps on purpose. */
async function measureHeap(
  page: Page,
  session: CDPSession,
  installation: StoryInstallation,
  print: (line: string) => void,
): Promise<number> {
  await page.goto(installation.instance.url);
  await settle(page, LOAD_WITHIN_MS);
  const changes = HOURS_OPEN * CHANGES_AN_HOUR;
  const heaps: number[] = [];
  for (let made = 0; made < changes; made += 1) {
    if (made % (changes / 10) === 0) heaps.push(await readHeap(session));
    await change(installation);
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(UPDATE_EVERY_MS);
  heaps.push(await readHeap(session));
  print(`web: heap in MiB over ${changes} changes: ${heaps.map((heap) => heap.toFixed(1)).join(" ")}`);
  return (heaps.at(-1) ?? Number.NaN) - (heaps[1] ?? Number.NaN);
}
