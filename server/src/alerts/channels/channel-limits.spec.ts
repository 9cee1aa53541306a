import { buildTestIncident, buildTestNotice } from "../testing/build-test-notice.js";
import type { Sender } from "./channel.js";
import { buildMail, MAX_SUBJECT } from "./email/build-mail.js";
import { buildPagerdutyEvent, PAGERDUTY_LIMITS } from "./pagerduty/build-pagerduty-event.js";
import { buildSlackPayload, SLACK_LIMITS } from "./slack/build-slack-payload.js";
import { buildTeamsPayload, TEAMS_LIMIT_BYTES } from "./teams/build-teams-payload.js";
import { cutText } from "./text/cut-text.js";
import { buildWebhookPayload, WEBHOOK_LIMIT_BYTES } from "./webhook/build-webhook-payload.js";

const sender: Sender = { productName: "Watchfloor", userAgent: "Watchfloor/1", publicUrl: "https://w.example" };
const full = { sender, isMinimal: false };
const FAMILY = "👨‍👩‍👧‍👦";

const withName = (name: string) => {
  const incident = buildTestIncident();
  return buildTestIncident({ rule: { ...incident.rule, name } });
};
const named = (name: string) => buildTestNotice({ incidents: [withName(name)] });
const many = (count: number, summary = "x") =>
  buildTestNotice({
    incidents: Array.from({ length: count }, (_, index) => buildTestIncident({ incident: `i${index}`, summary })),
  });
const bytes = (value: unknown) => Buffer.byteLength(typeof value === "string" ? value : JSON.stringify(value), "utf8");
/** A headline is "[FIRING critical] NAME, nm-001". */
const AROUND = "[FIRING critical] , nm-001".length;

describe("cutText", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    [`ab${FAMILY}`, 2 + FAMILY.length, `ab${FAMILY}`],
    [`ab${FAMILY}c`, 2 + FAMILY.length, "ab…"],
    ["e\u0301e\u0301e\u0301", 5, "e\u0301e\u0301…"],
    ["🇩🇪🇫🇷🇮🇹", 9, "🇩🇪🇫🇷…"],
    ["x", 0, ""],
  ])("cuts %j at %d between graphemes", (text, limit, cut) => expect(cutText(text, limit)).toBe(cut));

  it("counts bytes where bytes count", () => {
    expect(cutText("ééé", 6, "bytes")).toBe("ééé");
    expect(cutText("éééé", 7, "bytes")).toBe("éé…");
    expect(cutText(`a${FAMILY}b`, 26, "bytes")).toBe("a…");
  });
});

describe("Slack", () => {
  it.each([-1, 0, 1])("keeps the header at its limit %+d", (by) => {
    const { blocks } = buildSlackPayload(named("n".repeat(SLACK_LIMITS.header - AROUND + by)), full);
    const header = blocks?.[0]?.text?.text ?? "";
    expect(header).toHaveLength(SLACK_LIMITS.header + Math.min(by, 0));
    expect(header.endsWith("…")).toBe(by > 0);
  });

  it.each([-1, 0, 1])("keeps a section at its limit %+d, escapes counted", (by) => {
    const plain = buildSlackPayload(many(1, ""), full).blocks?.[1]?.text?.text.length ?? 0;
    const summary = "s".repeat(SLACK_LIMITS.section - plain - 1 + by);
    const section = buildSlackPayload(many(1, summary), full).blocks?.[1]?.text?.text ?? "";
    expect(section).toHaveLength(SLACK_LIMITS.section + Math.min(by, 0));
    const escaped = buildSlackPayload(many(1, "<".repeat(2_000)), full).blocks?.[1]?.text?.text ?? "";
    expect(escaped.length).toBeLessThanOrEqual(SLACK_LIMITS.section);
    expect(escaped.length).toBeGreaterThan(SLACK_LIMITS.section - 10);
    expect(escaped).not.toMatch(/&(?!lt;|gt;|amp;)/);
  });

  it("shows ten incidents, then how many more, and no more than 12,000 characters", () => {
    const eleven = buildSlackPayload(many(11), full);
    expect(eleven.blocks?.filter(({ type }) => type === "section")).toHaveLength(10);
    expect(eleven.blocks?.at(-1)?.elements?.[0]?.text).toContain("and 1 more");
    const long = buildSlackPayload(many(50, "s".repeat(2_900)), full);
    expect(JSON.stringify(long).length).toBeLessThanOrEqual(SLACK_LIMITS.total + 200);
    expect(long.blocks?.length).toBeLessThanOrEqual(SLACK_LIMITS.blocks);
    expect(long.text.length).toBeLessThanOrEqual(SLACK_LIMITS.text);
  });

  it("escapes what would speak to everybody, and nothing else", () => {
    const { text } = buildSlackPayload(named("<!channel> & *bold* &lt;"), full);
    expect(text).toContain("&lt;!channel&gt; &amp; *bold* &amp;lt;");
    expect(text).not.toContain("<!");
  });

  it("is text alone where blocks are not taken", () => {
    expect(Object.keys(buildSlackPayload(many(3), { sender, isMinimal: true }))).toEqual(["text"]);
  });
});

describe("Teams", () => {
  it("keeps 24 KB of UTF-8 by leaving out from the end, and falls back to the headline", () => {
    const notice = many(10, "ü".repeat(2_000));
    const card = buildTeamsPayload(notice, full);
    expect(bytes(card)).toBeLessThanOrEqual(TEAMS_LIMIT_BYTES);
    expect(bytes(card)).toBeGreaterThan(TEAMS_LIMIT_BYTES - 5_000);
    expect(JSON.stringify(card)).toContain(notice.delivery);
    const minimal = buildTeamsPayload(notice, { sender, isMinimal: true });
    expect(minimal.attachments[0]?.content.body).toHaveLength(2);
  });

  it("shows labels as they are: no text is Markdown", () => {
    const card = JSON.stringify(buildTeamsPayload(named("**[x](https://evil.example)**"), full));
    expect(card).not.toContain('"TextBlock"');
    expect(card).not.toContain('"FactSet"');
  });
});

describe("PagerDuty", () => {
  it.each([-1, 0, 1])("keeps the summary at its limit %+d", (by) => {
    const event = buildPagerdutyEvent(named("n".repeat(PAGERDUTY_LIMITS.summary - AROUND + by)), {
      ...full,
      routingKey: "k",
    });
    expect(event.payload?.summary).toHaveLength(PAGERDUTY_LIMITS.summary + Math.min(by, 0));
  });

  it.each([254, 255, 256])("keeps a key of %d characters within 255", (length) => {
    const incident = buildTestIncident({ incident: "i".repeat(length) });
    const event = buildPagerdutyEvent(buildTestNotice({ incidents: [incident] }), { ...full, routingKey: "k" });
    expect(event.dedup_key).toHaveLength(Math.min(length, PAGERDUTY_LIMITS.dedupKey));
  });

  it("sends less where all of it would be more than 512 KB", () => {
    const notice = buildTestNotice({ incidents: many(300, "s".repeat(2_000)).incidents });
    const event = buildPagerdutyEvent(notice, { ...full, routingKey: "k" });
    expect(bytes(event)).toBeLessThan(PAGERDUTY_LIMITS.bytes);
    expect(event.payload?.custom_details).toBeUndefined();
  });

  it("ends with key and action alone", () => {
    const resolved = buildTestNotice({ kind: "resolved", incidents: [buildTestIncident({ state: "resolved" })] });
    expect(buildPagerdutyEvent(resolved, { ...full, routingKey: "k" })).toEqual({
      routing_key: "k",
      event_action: "resolve",
      dedup_key: "1".repeat(64),
    });
  });
});

describe("the generic webhook", () => {
  const read = (text: string) => JSON.parse(text) as { type: string; data: Record<string, unknown> };

  it("cuts labels first and says so, at 20 kB", () => {
    const withLabel = (length: number) =>
      buildWebhookPayload(
        buildTestNotice({ incidents: [buildTestIncident({ labels: { a: "é".repeat(length) } })] }),
        full,
      );
    const room = Math.floor((WEBHOOK_LIMIT_BYTES - bytes(withLabel(0))) / 2);
    expect(read(withLabel(room)).data["truncated"]).toBeUndefined();
    expect(bytes(withLabel(room))).toBeGreaterThanOrEqual(WEBHOOK_LIMIT_BYTES - 1);
    const cut = withLabel(room + 1);
    expect(read(cut).data).toMatchObject({
      truncated: true,
      summary: "42 orders are late.",
      incident_id: "1".repeat(64),
    });
    expect(bytes(cut)).toBeLessThan(WEBHOOK_LIMIT_BYTES);
  });

  it("says everything of one incident, and lists several", () => {
    expect(read(buildWebhookPayload(buildTestNotice(), full))).toMatchObject({
      type: "alert.fired",
      timestamp: "2026-04-10T12:00:00.000Z",
      data: {
        transition_id: "2".repeat(64),
        rule: { id: "late", severity: "critical", version: 3 },
        scope: { client: "northmart", store: "nm-001", partner: null },
        fired_at: "2026-04-10T12:00:00.000Z",
        resolved_at: null,
        window_s: 300,
      },
    });
    const several = read(buildWebhookPayload(many(30), full));
    expect(several.type).toBe("alert.digest");
    expect(several.data).toMatchObject({ more: 20 });
    expect(bytes(buildWebhookPayload(many(30, "s".repeat(9_000)), full))).toBeLessThanOrEqual(WEBHOOK_LIMIT_BYTES);
  });
});

describe("mail", () => {
  const build = (name: string) => buildMail(named(name), { sender, manageUrl: null });

  it.each([-1, 0, 1])("keeps the subject at its limit %+d", (by) => {
    expect(build("n".repeat(MAX_SUBJECT - AROUND + by)).subject).toHaveLength(MAX_SUBJECT + Math.min(by, 0));
  });

  it("lets no label end a subject or become HTML", () => {
    const { subject, html } = build('x\r\nBcc: all@example.org <img src=x onerror="a">');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;a&quot;&gt;");
  });
});
