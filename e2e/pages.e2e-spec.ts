import type { Browser } from "playwright-core";
import { findPageFaults } from "./pages/find-page-faults.js";
import { listPaths } from "./pages/list-paths.js";
import { openPageAs, type OpenedPage } from "./pages/open-page-as.js";
import { openStoryInstallation, type Person, type StoryInstallation } from "./pages/open-story-installation.js";
import { settle } from "./pages/settle.js";
import { openBrowser } from "./support/open-browser.js";

const MOST_SHIFT = 0.05;

describe("the pages, in a browser, on a network whose troubles are known", () => {
  let installation: StoryInstallation;
  let browser: Browser;
  let url: string;
  const opened: OpenedPage[] = [];
  const open = async (who: string, width?: number): Promise<OpenedPage> => {
    const person: Person | undefined = installation.people[who];
    if (person === undefined) throw new Error(`nobody is called ${who}`);
    const one = await openPageAs(browser, { url, person, ...(width === undefined ? {} : { width }) });
    opened.push(one);
    return one;
  };

  beforeAll(async () => {
    installation = await openStoryInstallation(new Date());
    ({ url } = installation.instance);
    browser = await openBrowser();
  }, 120_000);

  afterEach(async () => {
    for (const { context } of opened.splice(0)) await context.close();
  });

  afterAll(async () => {
    await browser.close();
    await installation.instance.stop();
    installation.instance.remove();
  });

  it("opens every page without a finding of axe in light and dark, an error, a sideways scroll at 360 px or a jump", async () => {
    const { page, problems } = await open("operations");
    await page.goto(url);
    await settle(page);
    const faults: Record<string, unknown> = {};
    for (const path of await listPaths(page, installation)) {
      await page.goto(url + path);
      await settle(page);
      const shift = await page.evaluate<number>("window.shifts");
      const light = await findPageFaults(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await findPageFaults(page, ["color-contrast"]);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.waitForTimeout(150);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      await page.setViewportSize({ width: 1440, height: 960 });
      await page.emulateMedia({ colorScheme: "light" });
      const found = { light, dark, ...(width > 360 ? { width } : {}), ...(shift >= MOST_SHIFT ? { shift } : {}) };
      if (light.length + dark.length > 0 || width > 360 || shift >= MOST_SHIFT) faults[path] = found;
    }
    expect(faults).toEqual({});
    expect(problems).toEqual([]);
  }, 240_000);
});
