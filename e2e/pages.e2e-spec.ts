import type { Browser, Page } from "playwright-core";
import { breakGraphql } from "./pages/break-graphql.js";
import { findPageFaults } from "./pages/find-page-faults.js";
import { findUnequalFigures } from "./pages/find-unequal-figures.js";
import { listMainPaths } from "./pages/list-main-paths.js";
import { listPaths } from "./pages/list-paths.js";
import { openPageAs, type OpenedPage } from "./pages/open-page-as.js";
import { openStoryInstallation, type Person, type StoryInstallation } from "./pages/open-story-installation.js";
import { settle } from "./pages/settle.js";
import { STORY } from "./pages/story.js";
import { getData } from "./support/ask.js";
import { openBrowser } from "./support/open-browser.js";

const MOST_SHIFT = 0.05;
const HOUR = 3_600_000;

describe("the pages, in a browser, on a network whose troubles are known", () => {
  let installation: StoryInstallation;
  let browser: Browser;
  let url: string;
  const opened: OpenedPage[] = [];
  const open = async (who: string, width = 1440): Promise<OpenedPage> => {
    const person: Person | undefined = installation.people[who];
    if (person === undefined) throw new Error(`nobody is called ${who}`);
    const one = await openPageAs(browser, { url, person, width });
    opened.push(one);
    return one;
  };
  const show = async (page: Page, path: string): Promise<void> => {
    await page.goto(url + path);
    await settle(page);
  };
  let late = 0;
  /** A run that is late at once: a change that every live page gets to know. */
  const sendLateRun = async (): Promise<string> => {
    const run = `late-${(late += 1)}`;
    const time = new Date(Date.now() - HOUR).toISOString();
    const where = { client: STORY.client, store: "0001", channel: "pos", source: "store-gateway" };
    const work = { workflow: "store-checklist", run, dueAt: time };
    await installation.send([{ id: run, kind: "run.started", time, ...where, ...work }]);
    return run;
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
    await show(page, "/");
    const faults: Record<string, unknown> = {};
    for (const path of await listPaths(page, installation)) {
      await show(page, path);
      const shift = await page.evaluate<number>("window.shifts");
      const light = await findPageFaults(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await findPageFaults(page, ["color-contrast"]);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.waitForTimeout(100);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      await page.setViewportSize({ width: 1440, height: 960 });
      await page.emulateMedia({ colorScheme: "light" });
      if (light.length + dark.length > 0 || width > 360 || shift >= MOST_SHIFT)
        faults[path] = { light, dark, width, shift };
    }
    expect(faults).toEqual({});
    expect(problems).toEqual([]);
  }, 240_000);

  it("keeps everything in its place while it loads on a telephone", async () => {
    const { page } = await open("operations", 360);
    await show(page, "/");
    const shifts: Record<string, number> = {};
    for (const path of listMainPaths(installation)) {
      await show(page, path);
      shifts[path] = await page.evaluate<number>("window.shifts");
    }
    expect(Object.entries(shifts).filter(([, shift]) => !(shift < MOST_SHIFT))).toEqual([]);
  }, 120_000);

  it("shows the operator which region lacks the price and the money at risk, and leads to the very stores", async () => {
    const { page } = await open("operations");
    await show(page, "/");
    const need = page.getByRole("listitem").filter({ hasText: STORY.title });
    expect(await need.innerText()).toMatch(/has not reached 2 of 11 stores[^]*in West[^]*EUR 960/);
    await need.getByRole("link", { name: new RegExp(STORY.title) }).click();
    await page.waitForURL(/garden|PC-NM-story|price-sync/);
    await settle(page);
    const missing = installation.simulation.clients
      .find(({ id }) => id === STORY.client)
      ?.stores.filter(({ region }) => region === STORY.region);
    for (const { title } of missing ?? []) await page.getByText(title).first().waitFor();
  }, 60_000);

  it.each([
    ["executive", "/executive", 15],
    ["operations", "/portfolio", 30],
    ["operations", "/stores", 10],
    ["operations", "/channels", 40],
    ["operations", "/partners", 40],
    ["operations", "/clients/northmart", 30],
    ["operations", "/channels/halden/web", 10],
    ["operations", "/partners/northmart/techdirekt", 5],
    ["operations", "/stores/halden/0141", 10],
    ["operations", "/", 20],
  ])(
    "shows %s on %s the figures that the API answers for the same scope and range",
    async (who, path, atLeast) => {
      const { page } = await open(who);
      const to = new Date(Math.floor(Date.now() / HOUR) * HOUR).toISOString();
      const range = { from: new Date(Date.parse(to) - 48 * HOUR).toISOString(), to };
      await show(page, `${path}?from=${range.from}&to=${range.to}`);
      const found = await findUnequalFigures(page, { url, token: installation.token, range });
      expect(found.differences).toEqual([]);
      expect(found.compared).toBeGreaterThanOrEqual(atLeast);
    },
    60_000,
  );

  it("shows the executive the quarter's promises kept as the API answers them", async () => {
    const { page } = await open("executive");
    await show(page, "/executive");
    const figure = page.locator("main [data-metric=sla_attainment]").first();
    const shown = { value: Number(await figure.getAttribute("data-value")), text: await figure.innerText() };
    const periods = await getData<{ reportingPeriods: { id: string; from: string; to: string }[] }>(
      url,
      installation.token,
      '{ reportingPeriods(timeZone: "Europe/Berlin") { id from to } }',
    );
    const quarter = periods.reportingPeriods.find(({ id }) => id === "quarter");
    const answer = await getData<{ metrics: { groups: { values: { value: number }[] }[] } }>(
      url,
      installation.token,
      `query ($from: DateTime!, $to: DateTime!) {
        metrics(query: { metrics: ["sla_attainment"], from: $from, to: $to, timeZone: "Europe/Berlin" }) { groups { values { value } } }
      }`,
      { from: quarter?.from, to: quarter?.to },
    );
    const value = answer.metrics.groups[0]?.values[0]?.value ?? Number.NaN;
    expect(shown).toEqual({ value, text: `${(100 * value).toFixed(1)} %` });
  }, 60_000);

  it("lets the partner manager compare resellers, the worst first", async () => {
    const { page } = await open("operations");
    await show(page, "/partners?client=northmart");
    const row = (partner: string) => page.getByRole("row").filter({ hasText: partner });
    const read = async (partner: string) =>
      Number(await row(partner).locator("[data-metric=on_time_rate]").first().getAttribute("data-value"));
    const [good, bad] = [await read("Kaufwelt"), await read("Techdirekt")];
    expect(good - bad).toBeGreaterThan(0.08);
    const text = await page.getByRole("table").first().innerText();
    expect(text.indexOf("Techdirekt")).toBeLessThan(text.indexOf("Kaufwelt"));
    await row("Techdirekt")
      .first()
      .getByRole("link", { name: /Techdirekt/ })
      .click();
    await page.waitForURL(/\/partners\/northmart\/techdirekt/);
    await page.getByRole("heading", { name: "Promises broken" }).waitFor();
  }, 60_000);

  it("shows a store that went dark as no data, not as fine", async () => {
    const { page } = await open("operations");
    await show(page, "/");
    await page
      .getByRole("link", { name: /Hamburg Harburg.*no data/i })
      .first()
      .click();
    await page.waitForURL(/stores\/northmart\/0002/);
    await page.getByText(/no data\. Silent for/).waitFor();
  }, 60_000);

  it("leads from a number to its rows and to a run in two clicks; back, reload and a colleague's link show the same", async () => {
    const { page } = await open("operations");
    await show(page, "/?range=7d");
    await page
      .locator("[data-metric=failure_rate][data-why*='workflows:order-to-erp'][data-why*=halden]")
      .first()
      .click();
    const rowsOf = (one: Page) => one.getByRole("group", { name: "The rows behind the number" }).getByRole("link");
    const panel = page.getByRole("dialog");
    await rowsOf(page).first().waitFor();
    const [address, headline] = [page.url(), await panel.locator("h2, h3, strong").first().innerText()];
    await page.reload();
    await rowsOf(page).first().waitFor();
    expect(page.url()).toBe(address);
    const colleague = await open("analyst");
    await colleague.page.goto(address);
    const theirs = colleague.page.getByRole("dialog");
    await rowsOf(colleague.page).first().waitFor();
    expect(await theirs.locator("h2, h3, strong").first().innerText()).toBe(headline);
    await rowsOf(page).first().click();
    await page.waitForURL(/\/runs\/halden\/order-to-erp\//);
    await page.goBack();
    await rowsOf(page).first().waitFor();
    expect(page.url()).toBe(address);
  }, 60_000);

  it("keeps two tabs apart while both live on", async () => {
    const { page, context } = await open("operations");
    const other = await context.newPage();
    await show(page, "/?client=northmart");
    await show(other, "/stores?client=halden&range=30d");
    await show(page, "/?client=northmart&range=7d");
    await page.getByText(/^Live/).first().waitFor();
    await sendLateRun();
    await page
      .getByRole("link", { name: /Hamburg Altona.*late/i })
      .first()
      .waitFor({ timeout: 15_000 });
    expect([page.url(), other.url()]).toEqual([
      `${url}/?client=northmart&range=7d`,
      `${url}/stores?client=halden&range=30d`,
    ]);
    await other.reload();
    await settle(other);
    expect(await other.locator("main").innerText()).not.toContain("Northmart");
  }, 60_000);

  it("says in words that the server is down, keeps what it had, and recovers by itself", async () => {
    const { page } = await open("operations");
    await show(page, "/");
    const mend = await breakGraphql(page, "down");
    await sendLateRun();
    await page
      .getByText(/Shown as of/)
      .first()
      .waitFor({ timeout: 30_000 });
    await page.getByText("The server cannot be reached.").first().waitFor();
    await page.getByRole("link", { name: /has not reached 2 of 11/ }).waitFor();
    await mend();
    await page
      .getByText(/Shown as of/)
      .first()
      .waitFor({ state: "detached", timeout: 40_000 });
  }, 90_000);

  it("says that an answer is slow, shows the parts that came, and says what may not be seen", async () => {
    const { page } = await open("operations");
    const hurry = await breakGraphql(page, { lateMs: 9_000 }, "worstObligations");
    await page.goto(url);
    await page.getByRole("heading", { name: "Workflows" }).waitFor();
    await page
      .getByText(/takes longer than usual/)
      .first()
      .waitFor();
    await page.getByText("Order to ERP").first().waitFor();
    await page.getByRole("link", { name: /has not reached 2 of 11/ }).waitFor();
    await hurry();
    const forbid = await breakGraphql(page, { code: "FORBIDDEN", message: "Ask an administrator." }, "storeWall");
    await page.goto(url);
    await page
      .getByText(/You may not see/)
      .first()
      .waitFor();
    await page.getByText("Order to ERP").first().waitFor();
    await forbid();
  }, 90_000);

  it("needs no mouse: palette, pages, rows and Why by keys alone", async () => {
    const { page } = await open("operations");
    await show(page, "/");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox").waitFor();
    await page.keyboard.type("Partners");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/partners/);
    await settle(page);
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.waitForURL(/\/portfolio/);
    await settle(page);
    const onFigure = "document.activeElement.dataset.why ?? ''";
    for (let step = 0; step < 80 && (await page.evaluate<string>(onFigure)) === ""; step += 1)
      await page.keyboard.press("Tab");
    expect(await page.evaluate<string>(onFigure)).toContain("sla_attainment");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("link").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate<string>(onFigure)).toContain("sla_attainment");
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.waitForURL(/\/runs/);
    await settle(page);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/runs\/\w+\/[\w-]+\/.+/);
  }, 60_000);
});
