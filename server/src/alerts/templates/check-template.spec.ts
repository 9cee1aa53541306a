import type { Sender } from "../channels/channel.js";
import { checkTemplate } from "./check-template.js";
import { SAMPLE_CASES } from "./build-sample-notice.js";
import { STARTING_TEXTS } from "./starting-texts.js";
import { MEDIUM_CHANNELS, TEMPLATE_MEDIA, type TemplateMedium } from "./template-medium.js";

const sender: Sender = { productName: "Watchfloor", userAgent: "", publicUrl: "https://w.example" };
const check = (title: string, text: string, medium: TemplateMedium = "chat") =>
  checkTemplate({ medium, texts: { title, text }, sender });
const codes = (title: string, text: string, medium?: TemplateMedium) =>
  check(title, text, medium).faults.map(({ field, code }) => `${field} ${code}`);

describe("checkTemplate", () => {
  it.each(TEMPLATE_MEDIA)("takes what %s begins with, and shows every case", (medium) => {
    const { faults, previews } = checkTemplate({ medium, texts: STARTING_TEXTS[medium], sender });
    expect(faults).toEqual([]);
    const shown = previews.map(({ sample, channel }) => `${sample} ${channel}`);
    const sent = SAMPLE_CASES.filter((sample) => medium !== "on_call" || sample !== "resolved");
    expect(shown).toEqual(sent.flatMap((sample) => MEDIUM_CHANNELS[medium].map((channel) => `${sample} ${channel}`)));
    const fired = previews.find(({ sample }) => sample === "fired");
    expect(fired?.title).toBe("[FIRING critical] Orders late, nm-001");
  });

  it.each([
    ["", "", "chat", ["text EMPTY"]],
    ["{{nobody}} late", "ok", "chat", ["title UNKNOWN_VARIABLE"]],
    ["{{#isNoData}}never in a sample that fired{{/isNoData}}", "", "chat", ["title EMPTY"]],
    ["{{headline}}", "{{#x}}", "mail", ["text NOT_CLOSED"]],
    ["{{> x}}", "{{> y}}", "mail", ["title NOT_ALLOWED", "text NOT_ALLOWED"]],
    ["x".repeat(151), "", "mail", ["title CUT"]],
    ["x".repeat(150), "", "mail", []],
    ["x".repeat(151), "", "chat", ["title CUT"]],
    ["x".repeat(1_000), "", "on_call", []],
    ["x".repeat(1_001), "", "on_call", ["title TOO_LONG"]],
    ["", "y".repeat(7_000), "chat", []],
    ["", `{{#first}}{{#facts}}${"y".repeat(2_500)}{{/facts}}{{/first}}`, "chat", ["text CUT"]],
    ["", "y".repeat(7_000), "mail", []],
    ["", `${"é".repeat(1_000)}\n{{#incidents}}${"z".repeat(2_000)}{{/incidents}}`, "mail", ["text TOO_LARGE"]],
    ["", "{{#incidents}}{{^isFiring}}over{{/isFiring}}{{/incidents}}", "on_call", ["text EMPTY"]],
  ] as const)("%.30s / %.30s for %s: %j", (title, text, medium, expected) =>
    expect(codes(title, text, medium)).toEqual(expected),
  );

  it("cuts what only many incidents make long, between graphemes, with its links left", () => {
    const family = "👨‍👩‍👧‍👦";
    const { faults, previews } = check(
      "{{count}} alerts",
      `{{#incidents}}\n${family.repeat(20)} {{summary}}\n{{/incidents}}`,
    );
    expect(faults).toEqual([]);
    const many = previews.filter(({ sample }) => sample === "group_of_50");
    expect(many.map(({ title, isTextCut }) => [title, isTextCut])).toEqual([
      ["50 alerts", true],
      ["50 alerts", true],
    ]);
    for (const { text } of many) {
      expect(text).toMatch(/\S…(\n|$)/);
      expect(text.replaceAll(family, "")).not.toMatch(/[\u{1F468}\u{1F469}\u200D]/u);
    }
    expect(many[0]?.text.match(/\[Acknowledge\]/g)).toHaveLength(10);
    expect(many[0]?.text).toContain("and 40 more");
  });

  it("keeps other scripts and what looks like a command as they are", () => {
    const { previews } = check("{{first.rule}}", "{{#incidents}}{{rule}}, {{place}} <!channel>{{/incidents}}");
    const words = (sample: string) => previews.filter((each) => each.sample === sample);
    for (const { title, text } of words("unicode")) {
      expect(title).toContain("👨‍👩‍👧‍👦 & <b>Öl</b> *9 €*");
      expect(text).toContain("Zürich-Höngg 🇨🇭 <!channel>");
    }
    for (const { text } of words("right_to_left")) expect(text).toContain("הזמנות מאוחרות, חנות תל אביב");
  });

  it("lists what had no value in a case", () => {
    const { previews } = check("", "{{#incidents}}Value {{value}} {{labels.nope}}{{/incidents}}", "mail");
    expect(previews.find(({ sample }) => sample === "no_data")?.empty).toEqual(["value", "labels.nope"]);
    expect(previews.find(({ sample }) => sample === "fired")?.empty).toEqual(["labels.nope"]);
  });
});
