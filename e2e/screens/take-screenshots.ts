import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openPageAs } from "../pages/open-page-as.js";
import { settle } from "../pages/settle.js";
import { openBrowser } from "../support/open-browser.js";
import { listScreens, type Screen } from "./list-screens.js";

const LOAD_WITHIN_MS = 60_000;
const SETTLE_MS = 1_500;
/** Small lines and sentences that come after their figure are waited for that long. */
const LATE_PARTS_MS = 15_000;
const DOCUMENTATION = "docs/screens";
/** A page as WebP of this quality has 40 to 90 kB, its letters as sharp as in a PNG of 200. */
const QUALITY = 88;

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
  await page.emulateMedia({ colorScheme: screen.scheme, media: screen.isPrinted === true ? "print" : "screen" });
  await page.goto(url + screen.path);
  await settle(page, LOAD_WITHIN_MS);
  if (screen.link !== undefined) {
    const link = await page.locator(`main a[href^="${screen.link}"]`).first().getAttribute("href");
    await page.goto(url + (link ?? screen.path));
    await settle(page, LOAD_WITHIN_MS);
  }
  await page.waitForFunction("!document.querySelector('[data-awaited]')", { timeout: LATE_PARTS_MS }).catch(() => null);
  await page.waitForTimeout(SETTLE_MS);
  await savePicture(page, join(folder, `${screen.name}.webp`), screen.width < 600);
}

async function savePicture(page: Page, path: string, isWhole: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { cssContentSize, cssLayoutViewport } = await session.send("Page.getLayoutMetrics");
  const height = isWhole ? cssContentSize.height : cssLayoutViewport.clientHeight;
  const clip = { x: 0, y: 0, width: cssLayoutViewport.clientWidth, height, scale: 1 };
  const options = { format: "webp", quality: QUALITY, captureBeyondViewport: isWhole, clip } as const;
  const { data } = await session.send("Page.captureScreenshot", options);
  writeFileSync(path, Buffer.from(data, "base64"));
  await session.detach();
}

async function takeSignIn(browser: Browser, { url, folder }: Shots): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 }, colorScheme: "light" });
  await page.goto(`${url}/sign-in`);
  await settle(page, LOAD_WITHIN_MS);
  await savePicture(page, join(folder, "sign-in.webp"), false);
  await page.close();
}

const [url = "http://127.0.0.1:8080", email = "", password = "", folder = DOCUMENTATION] = process.argv.slice(2);
await takeScreenshots({ url, person: { email, password }, folder });
