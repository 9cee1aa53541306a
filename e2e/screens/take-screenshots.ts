import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../support/ask.js";
import { openBrowser } from "../support/open-browser.js";

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
}

const SETTLE_MS = 2_000;
const LOAD_WITHIN_MS = 60_000;
const HEIGHT = 960;

/** SCREENS are the pictures of the documentation; `STORE` and `RUN` in a path stand for the worst store and an overdue run. */
const SCREENS: readonly Screen[] = [
  { name: "live", path: "/", width: 1440, scheme: "light" },
  { name: "live-dark", path: "/", width: 1440, scheme: "dark" },
  { name: "live-360", path: "/", width: 360, scheme: "light" },
  { name: "store", path: "STORE", width: 1440, scheme: "light" },
  { name: "run", path: "RUN", width: 1440, scheme: "light" },
  { name: "runs", path: "/runs?state=overdue&order=money", width: 1440, scheme: "light" },
];

const QUESTION = `query {
  storeWall { client store state }
  runs(filter: { states: [OVERDUE], orderBy: MONEY }, first: 1) { nodes { id client workflow store } }
}`;

interface Worst {
  readonly storeWall: readonly { client: string; store: string; state: string }[];
  readonly runs: { readonly nodes: readonly { id: string; client: string; workflow: string; store: string | null }[] };
}

/** takeScreenshots signs in to a running demo installation as a person and saves the pictures into a folder. */
async function takeScreenshots(
  url: string,
  person: { email: string; password: string },
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    await takeSignIn(browser, url, folder);
    for (const screen of SCREENS) await takeScreen(browser, { url, person, folder, screen });
  } finally {
    await browser.close();
  }
}

async function takeSignIn(browser: Browser, url: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: HEIGHT }, colorScheme: "light" });
  await page.goto(`${url}/sign-in`);
  await waitUntilLoaded(page);
  await page.screenshot({ path: join(folder, "sign-in.png") });
  await page.close();
}

/** waitUntilLoaded waits until no part of the page is on its way, also on a busy machine. */
async function waitUntilLoaded(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor({ timeout: LOAD_WITHIN_MS });
  const countWaiting = (): Promise<number> => page.locator("[aria-busy=true]").count();
  await eventually(countWaiting, (count) => count === 0, LOAD_WITHIN_MS);
  await page.waitForTimeout(SETTLE_MS);
}

interface Shot {
  readonly url: string;
  readonly person: { readonly email: string; readonly password: string };
  readonly folder: string;
  readonly screen: Screen;
}

async function takeScreen(browser: Browser, { url, person, folder, screen }: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: HEIGHT },
    colorScheme: screen.scheme,
  });
  const ask = async (query: string, variables: Record<string, string> = {}) => {
    const answer = await context.request.post(`${url}/graphql`, {
      headers: { "x-watchfloor-csrf": "1", origin: url },
      data: { query, variables },
    });
    return ((await answer.json()) as { data: Worst }).data;
  };
  await ask(
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { expiresAt } }",
    person,
  );
  const page = await context.newPage();
  await page.goto(url + resolvePath(screen.path, await ask(QUESTION)));
  await waitUntilLoaded(page);
  await page.screenshot({ path: join(folder, `${screen.name}.png`), fullPage: screen.width < 600 });
  await context.close();
}

function resolvePath(path: string, worst: Worst): string {
  const run = worst.runs.nodes[0];
  const store =
    worst.storeWall.find((entry) => entry.client === run?.client && entry.store === run.store) ?? worst.storeWall[0];
  if (path === "STORE") return store === undefined ? "/stores" : `/stores/${store.client}/${store.store}`;
  if (path === "RUN")
    return run === undefined ? "/runs" : `/runs/${run.client}/${run.workflow}/${encodeURIComponent(run.id)}`;
  return path;
}

const [url = "http://127.0.0.1:8080", email = "", password = "", folder = "docs/screens"] = process.argv.slice(2);
await takeScreenshots(url, { email, password }, folder);
