import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Person } from "./open-story-installation.js";

/** OpenedPage is a page of somebody who is signed in; `problems` are errors it threw or wrote to the console. */
export interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly problems: string[];
}

const SIGN_IN =
  "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { expiresAt } }";
/** Layout shifts as the browser counts them, without those that follow a key or a click. */
const WATCH_SHIFTS = `
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;
/** A refused or broken request is a story of its own where it is meant to happen. */
const BY_NETWORK = /Failed to load resource|WebSocket connection/;

/** openPageAs signs a person in and gives an empty page of theirs. */
export async function openPageAs(
  browser: Browser,
  { url, person, width = 1440 }: { url: string; person: Person; width?: number },
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 960 }, colorScheme: "light" });
  context.setDefaultTimeout(20_000);
  const answer = await context.request.post(`${url}/graphql`, {
    headers: { "x-watchfloor-csrf": "1", origin: url },
    data: { query: SIGN_IN, variables: { email: person.email, password: person.password } },
  });
  const text = await answer.text();
  if (text.includes('"errors"')) throw new Error(text);
  await context.addInitScript(WATCH_SHIFTS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${String(error)}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !BY_NETWORK.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`);
  });
  return { context, page, problems };
}
