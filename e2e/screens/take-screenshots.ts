import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openPageAs } from "../pages/open-page-as.js";
import { settle } from "../pages/settle.js";
import { openBrowser } from "../support/open-browser.js";
import { listScreens, type Screen } from "./list-screens.js";

const LOAD_WITHIN_MS = 60_000;
const SETTLE_MS = 1_500;
const DOCUMENTATION = "docs/screens";

interface Shots {
  readonly url: string;
  readonly person: { readonly email: string; readonly password: string };
  readonly folder: string;
}

/** takeScreenshots signs in to a running installation as a person and saves pictures into a folder: the best into that of the documentation, all into any other. */
async function takeScreenshots(shots: Shots): Promise<void> {
  mkdirSync(shots.folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const screens = listScreens(shots.folder === DOCUMENTATION);
    const { context, page } = await openPageAs(browser, shots);
    const problems: string[] = [];
    for (const screen of screens)
      await takeScreen(page, shots, screen).catch((cause: unknown) =>
        problems.push(`${screen.name}: ${String(cause)}`),
      );
    await context.close();
    if (shots.folder !== DOCUMENTATION) await takeSignIn(browser, shots);
    console.log(`${screens.length - problems.length} pictures in ${shots.folder}`);
    if (problems.length > 0) throw new Error(problems.join("\n"));
  } finally {
    await browser.close();
  }
}

async function takeScreen(page: Page, { url, folder }: Shots, screen: Screen): Promise<void> {
  await page.setViewportSize({ width: screen.width, height: screen.width < 600 ? 780 : 960 });
  await page.emulateMedia({ colorScheme: screen.scheme });
  await page.goto(url + screen.path);
  await settle(page, LOAD_WITHIN_MS);
  if (screen.link !== undefined) {
    const link = await page.locator(`main a[href^="${screen.link}"]`).first().getAttribute("href");
    await page.goto(url + (link ?? screen.path));
    await settle(page, LOAD_WITHIN_MS);
  }
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(folder, `${screen.name}.png`), fullPage: screen.width < 600 });
}

async function takeSignIn(browser: Browser, { url, folder }: Shots): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 }, colorScheme: "light" });
  await page.goto(`${url}/sign-in`);
  await settle(page, LOAD_WITHIN_MS);
  await page.screenshot({ path: join(folder, "sign-in.png") });
  await page.close();
}

const [url = "http://127.0.0.1:8080", email = "", password = "", folder = DOCUMENTATION] = process.argv.slice(2);
await takeScreenshots({ url, person: { email, password }, folder });
