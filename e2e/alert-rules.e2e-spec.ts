import type { Browser, Page } from "playwright-core";
import { findPageFaults } from "./pages/find-page-faults.js";
import { openPageAs, type OpenedPage } from "./pages/open-page-as.js";
import { openStoryInstallation, type StoryInstallation } from "./pages/open-story-installation.js";
import { settle } from "./pages/settle.js";
import { getData } from "./support/ask.js";
import { openBrowser } from "./support/open-browser.js";

const VERSIONS = '{ alertRuleVersions(id: "orders-failing-copy") { version definition } }';

describe("alert rules, in a browser", () => {
  let installation: StoryInstallation;
  let browser: Browser;
  const opened: OpenedPage[] = [];
  const open = async (who: string): Promise<OpenedPage> => {
    const person = installation.people[who];
    if (person === undefined) throw new Error(`nobody is called ${who}`);
    const one = await openPageAs(browser, { url: installation.instance.url, person });
    opened.push(one);
    return one;
  };
  const show = async (page: Page, path: string): Promise<void> => {
    await page.goto(installation.instance.url + path);
    await settle(page);
  };

  beforeAll(async () => {
    installation = await openStoryInstallation(new Date());
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

  it("are copied, changed, tried now and on the past, and saved by an administrator", async () => {
    const { page, problems } = await open("administrator");
    await show(page, "/alerts/rules?find=orders+fail");
    await page.getByRole("link", { name: "Orders fail", exact: true }).click();
    await page.getByText(/Fires when the failure rate of the last 15 min is above 20 % \(critical\)/).waitFor();
    await page.getByRole("link", { name: "Copy" }).click();
    await page.getByText(/match(es)? now/).waitFor();

    const recovery = page.getByLabel("Recovers at, critical");
    await recovery.fill("30");
    await page.getByText("Must be at or below the threshold 20 %").waitFor();
    expect(await recovery.getAttribute("aria-invalid")).toBe("true");
    const threshold = page.getByLabel("Threshold, critical");
    await threshold.fill("many");
    await page.getByText("Must be a number.").waitFor();
    await threshold.fill("0,1");
    await recovery.fill("0,05");
    await page.getByLabel("Threshold, warning").fill("0,1");
    await page.getByLabel("Recovers at, warning").fill("0,05");
    await page.getByLabel("Least cases").fill("1");
    await page.getByLabel("Must hold for", { exact: true }).fill("0");
    await page.getByText(/above 0\.1 % \(critical\)/).waitFor();

    await page.getByRole("button", { name: "Try on the past" }).click();
    await page.getByText(/Would have fired (once|\d+ times) in 30 days\./).waitFor({ timeout: 40_000 });
    const first = page.getByRole("group", { name: "What would have fired" }).getByRole("link").first();
    expect(await first.getAttribute("href")).toMatch(/^\/channels\/\w+\/[\w-]+\?.*from=/);
    expect(await findPageFaults(page)).toEqual([]);

    await page.getByRole("button", { name: "Text" }).click();
    expect(await page.getByLabel("The rule as text").inputValue()).toContain("threshold: 0.001");
    await page.getByRole("button", { name: "Save the rule" }).click();
    await page.waitForURL(/\/alerts\/rules\/orders-failing-copy$/);
    await page.getByText(/orders-failing-copy, version 1, changed by/).waitFor();
    await show(page, "/alerts/rules?state=own");
    const row = page.getByRole("row").filter({ hasText: "Orders fail (copy)" });
    expect(await row.innerText()).toContain("1, own");
    const { alertRuleVersions } = await getData<{ alertRuleVersions: { version: number; definition: string }[] }>(
      installation.instance.url,
      installation.token,
      VERSIONS,
    );
    expect(alertRuleVersions.map(({ version }) => version)).toEqual([1]);
    expect(JSON.parse(alertRuleVersions[0]?.definition ?? "")).toMatchObject({
      levels: [{ severity: "critical", threshold: 0.001, recoveryThreshold: 0.0005 }, { severity: "warning" }],
      forSeconds: 0,
    });
    expect(problems).toEqual([]);
  }, 120_000);

  it("show what somebody else saved meanwhile, and take it over", async () => {
    const [mine, theirs] = [await open("administrator"), await open("administrator")];
    for (const { page } of [mine, theirs]) await show(page, "/alerts/rules/events-slow/edit");
    await theirs.page.getByLabel("Owner").fill("network desk");
    await theirs.page.getByRole("button", { name: "Save version 2" }).click();
    await theirs.page.waitForURL(/\/alerts\/rules\/events-slow$/);
    await mine.page.getByLabel("Title").fill("Events come late");
    await mine.page.getByRole("button", { name: "Save version 2" }).click();
    const note = mine.page.getByRole("alert", { name: "Changed meanwhile" });
    await note.getByText("network desk").waitFor();
    await note.getByRole("button", { name: "Take over their changes" }).click();
    expect(await mine.page.getByLabel("Owner").inputValue()).toBe("network desk");
    await mine.page.getByRole("button", { name: "Save version 3" }).click();
    await mine.page.waitForURL(/\/alerts\/rules\/events-slow$/);
    await mine.page.getByRole("heading", { name: "Events come late" }).waitFor();
    await mine.page.getByRole("group", { name: "What version 3 changed" }).getByText("Events come late").waitFor();
  }, 90_000);

  it("are read by an auditor, who finds no way to change them", async () => {
    const { page } = await open("auditor");
    await show(page, "/alerts/rules");
    await page.getByRole("link", { name: "Orders fail", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /Pause/ }).count()).toBeLessThanOrEqual(1);
    expect(await page.getByRole("link", { name: "New rule" }).count()).toBe(0);
    await show(page, "/alerts/rules/orders-failing");
    for (const name of ["Edit", "Copy"]) expect(await page.getByRole("link", { name, exact: true }).count()).toBe(0);
    for (const name of ["Delete", "Try on the past"]) expect(await page.getByRole("button", { name }).count()).toBe(0);
    await show(page, "/alerts/rules/orders-failing/edit");
    await page.getByText("You may read this rule, not change it.").waitFor();
    await show(page, "/alerts/new-rule");
    await page.getByText("Administrators make alert rules.").waitFor();
  }, 60_000);
});
