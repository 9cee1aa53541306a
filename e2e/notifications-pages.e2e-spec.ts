import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { findPageFaults } from "./pages/find-page-faults.js";
import { openPageAs, type OpenedPage } from "./pages/open-page-as.js";
import { openStoryInstallation, type StoryInstallation } from "./pages/open-story-installation.js";
import { settle } from "./pages/settle.js";
import { getData } from "./support/ask.js";
import { openBrowser } from "./support/open-browser.js";

/** It fires for every client at once: the story is about what happens then. */
const RULE = `id: always
kind: threshold
title: It always fires
summary: "{{client}} fires"
metric: failure_rate
groupBy: [client]
windowSeconds: 86400
intervalSeconds: 10
delaySeconds: 0
forSeconds: 0
newGroupDelaySeconds: 0
levels: [{ severity: critical, threshold: -1 }]
`;
const SAVE = `mutation ($text: String!) {
  answer: saveAlertRule(text: $text, expectedVersion: 0) { ... on AlertRule { id } ... on AlertProblem { message } }
}`;
const TOLD_WITHIN_MS = 60_000;

interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe("somebody who runs operations, in a browser", () => {
  const heard: Heard[] = [];
  let receiver: Server;
  let port: number;
  let installation: StoryInstallation;
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        heard.push({ headers: request.headers as Record<string, string>, body });
        response.end("taken");
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    ({ port } = receiver.address() as AddressInfo);
    const environment = {
      WATCHFLOOR_ALERT_RANGES: "127.0.0.0/8",
      WATCHFLOOR_ALERT_PORTS: String(port),
      WATCHFLOOR_ALERT_HTTP: "on",
    };
    installation = await openStoryInstallation(new Date(), { days: 1, environment });
    browser = await openBrowser();
    const person = installation.people["operations"];
    if (person === undefined) throw new Error("there is no operator");
    opened = await openPageAs(browser, { url: installation.instance.url, person });
    ({ page } = opened);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await installation.instance.stop();
    installation.instance.remove();
    receiver.close();
  });

  const show = async (path: string): Promise<void> => {
    await page.goto(installation.instance.url + path);
    await settle(page);
  };
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();

  it("adds a webhook, is shown its secret once, and sees a test arrive that the secret signed", async () => {
    await show("/alerts/contacts");
    await press("New contact");
    await press("Signed webhook");
    await page.getByLabel("What people call it").fill("Ticket system");
    await page.getByLabel("Address", { exact: true }).fill(`http://127.0.0.1:${port}/hook`);
    expect(await findPageFaults(page)).toEqual([]);
    await press("Add the contact");
    const shown = page.getByRole("status", { name: "Signing secret" });
    const secret = await shown.locator("code").innerText();
    expect(secret).toMatch(/^whsec_/);
    await press("I have kept it");
    await press("Send a test");
    await page.getByText("Delivered: the receiver took the test.").waitFor({ timeout: TOLD_WITHIN_MS });
    const [test] = heard.splice(0);
    expect(new Webhook(secret).verify(test?.body ?? "", test?.headers ?? {})).toMatchObject({ type: "test" });
    await page.reload();
    await settle(page);
    expect(await page.content()).not.toContain(secret);
  }, 120_000);

  it("subscribes it, and the log says why it was told", async () => {
    await press("Subscribe");
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Subscribe" }).click();
    await page.getByText("All places").waitFor();
    const { url } = installation.instance;
    const { answer } = await getData<{ answer: unknown }>(url, installation.token, SAVE, { text: RULE });
    expect(answer).toEqual({ id: "always" });
    await show("/alerts/deliveries");
    const incident = page.getByRole("button", { name: / fires$/ }).first();
    await incident.waitFor({ timeout: TOLD_WITHIN_MS });
    await incident.click();
    await page.getByText("Told: the receiver took the message.").first().waitFor({ timeout: TOLD_WITHIN_MS });
    expect(new URL(page.url()).searchParams.get("incident")).not.toBeNull();
    await press("See the message");
    await page.getByRole("heading", { name: "Answered" }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
  }, 150_000);

  it("silences the rule, sees how much that mutes, and ends it again", async () => {
    await show('/alerts/silences?open=new&matchers=rule="always"');
    await page.getByText(/It would mute [1-9]\d* alerts? that fires? now\./).waitFor();
    await page.getByLabel("Why").fill("Planned works");
    await page.getByRole("dialog").getByRole("button", { name: "4 h", exact: true }).click();
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Silence", exact: true }).click();
    await page.getByText("mutes now").waitFor();
    await page.getByText(/[1-9]\d* firing/).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await press(/^End now/);
    await page.getByRole("dialog").getByRole("button", { name: "End now" }).click();
    await page.getByText("over", { exact: true }).waitFor();
    expect(opened.problems).toEqual([]);
  }, 60_000);

  it("reads how messages are worded, and an administrator words them by keyboard alone", async () => {
    await show("/alerts/templates");
    await page.getByText("the wording that comes with the product").first().waitFor();
    expect(await page.getByRole("link", { name: /^New template/ }).count()).toBe(0);
    const person = installation.people["administrator"];
    if (person === undefined) throw new Error("there is no administrator");
    const { url } = installation.instance;
    const { page: own, problems } = await openPageAs(browser, { url, person });
    await own.goto(`${url}/alerts/templates`);
    await own.getByRole("link", { name: "New template for chats" }).press("Enter");
    await own.getByLabel("What people call it").pressSequentially("Short");
    await own.getByLabel("Title", { exact: true }).fill("{{rule}}!");
    await own.getByText("{{rule}} is of one incident").waitFor();
    expect(await findPageFaults(own)).toEqual([]);
    await own.getByRole("button", { name: "Save the template" }).press("Enter");
    await own.getByText("It was not saved").waitFor();
    await own.getByLabel("Title", { exact: true }).fill("!");
    await own.getByLabel("Title", { exact: true }).press("Home");
    await own.getByRole("button", { name: "rule", exact: true }).press("Enter");
    expect(await own.getByLabel("Title", { exact: true }).inputValue()).toBe("{{first.rule}}!");
    await own.getByLabel("Incident to try it on").selectOption({ index: 1 });
    await own.getByRole("article", { name: "Slack" }).getByText("It always fires!").waitFor();
    expect(new URL(own.url()).searchParams.get("sample")).toBe("incident");
    await own.getByRole("button", { name: "Save the template" }).press("Enter");
    await own.getByRole("button", { name: "Use Short" }).press("Enter");
    await own.getByText("in use, nothing sent with it yet").waitFor();
    expect(await findPageFaults(own)).toEqual([]);
    await own.getByRole("button", { name: "Use the built-in wording" }).press("Enter");
    await own.getByRole("button", { name: "Use Short" }).waitFor();
    expect(problems).toEqual([]);
  }, 90_000);
});
