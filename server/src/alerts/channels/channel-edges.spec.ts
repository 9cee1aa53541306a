import { buildTestIncident, buildTestNotice } from "../testing/build-test-notice.js";
import type { Sender } from "./channel.js";
import { buildMail, MAX_SUBJECT } from "./email/build-mail.js";
import type { NoticeWording } from "./notice-wording.js";
import { buildPagerdutyEvent, PAGERDUTY_LIMITS } from "./pagerduty/build-pagerduty-event.js";
import { buildSlackPayload, SLACK_LIMITS } from "./slack/build-slack-payload.js";
import { buildTeamsPayload, TEAMS_LIMIT_BYTES, TEAMS_TITLE } from "./teams/build-teams-payload.js";
import { keepOneLine } from "./text/keep-one-line.js";

const sender: Sender = { productName: "Watchfloor", userAgent: "Watchfloor/1", publicUrl: "https://w.example" };
const FAMILY = "👨‍👩‍👧‍👦";
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value), "utf8");
const own = (wording: Partial<NoticeWording>, given = {}) => ({
  ...{ sender, isMinimal: false, wording: { title: null, text: null, ...wording }, ...given },
});
const many = (count: number) =>
  buildTestNotice({
    incidents: Array.from({ length: count }, (_, index) => buildTestIncident({ incident: `i${index}` })),
  });

describe.each([-1, 0, 1])("at its limit %+d", (by) => {
  const title = (limit: number) => `${"n".repeat(limit + by - FAMILY.length)}${FAMILY}`;
  /** Over the limit the whole emoji goes, and never a part of it. */
  const kept = (limit: number) => (by > 0 ? `${"n".repeat(limit + by - FAMILY.length)}…` : title(limit));

  it("a title of a template is cut before the emoji that has no room", () => {
    const notice = buildTestNotice();
    const slack = buildSlackPayload(notice, own({ title: title(SLACK_LIMITS.header) }));
    expect(slack.blocks?.[0]?.text?.text).toBe(kept(SLACK_LIMITS.header));
    const card = buildTeamsPayload(notice, own({ title: title(TEAMS_TITLE) }));
    expect(card.attachments[0]?.content.body[0]).toMatchObject({ inlines: [{ text: kept(TEAMS_TITLE) }] });
    const event = buildPagerdutyEvent(notice, { ...own({ title: title(PAGERDUTY_LIMITS.summary) }), routingKey: "k" });
    expect(event.payload?.summary).toBe(kept(PAGERDUTY_LIMITS.summary));
    const mail = buildMail(notice, { ...own({ title: title(MAX_SUBJECT) }), manageUrl: null });
    expect(mail.subject).toBe(kept(MAX_SUBJECT));
  });

  it("a message of blocks keeps 50 of them, the last one among them", () => {
    // A header and a foot stand around them.
    const remarks = Array.from({ length: SLACK_LIMITS.blocks - 2 + by }, (_, index) => `r${index}`);
    const { blocks = [] } = buildSlackPayload(buildTestNotice({ incidents: [], remarks }), own({}));
    expect(blocks).toHaveLength(SLACK_LIMITS.blocks + Math.min(by, 0));
    expect(blocks.at(-1)?.type).toBe("context");
  });

  it("an event of 512 KB is sent whole, and the least of it beyond", () => {
    const build = (length: number) =>
      buildPagerdutyEvent(buildTestNotice(), { ...own({ text: "x".repeat(length) }), routingKey: "k" });
    const room = PAGERDUTY_LIMITS.bytes - bytes(build(0));
    const event = build(room + by);
    if (by <= 0) expect(bytes(event)).toBe(PAGERDUTY_LIMITS.bytes + by);
    else expect(bytes(event)).toBeLessThan(1_000);
    expect(event.payload?.custom_details === undefined).toBe(by > 0);
  });
});

describe("a text of a template", () => {
  it.each([1, 10, 50])(
    "of any length leaves Slack within 12,000 characters, with the links of %d incidents",
    (count) => {
      const buildAcknowledgeUrl = () => `https://w.example/links/alerts/${"t".repeat(400)}`;
      for (const sign of ["x", "<", '"', "é", FAMILY, "line\n"]) {
        const options = { ...own({ text: sign.repeat(60_000 / sign.length) }), buildAcknowledgeUrl };
        const payload = buildSlackPayload(many(count), options);
        const all = JSON.stringify(payload);
        expect(all.length).toBeLessThanOrEqual(SLACK_LIMITS.total + 200);
        expect(all.match(/\|Acknowledge>/g)).toHaveLength(Math.min(count, SLACK_LIMITS.incidents));
        expect(all).toContain("…");
        for (const { text } of payload.blocks ?? [])
          expect(text?.text.length ?? 0).toBeLessThanOrEqual(SLACK_LIMITS.section);
      }
    },
  );

  it("of any length leaves a card of Teams within 24 KB, with its actions, remarks and foot", () => {
    for (const sign of ["x", '"', "é", FAMILY, "line\n"]) {
      const notice = buildTestNotice({ remarks: ["Flapping, 5 times in 1 h."] });
      const options = {
        ...own({ text: sign.repeat(60_000 / sign.length) }),
        buildAcknowledgeUrl: () => "https://w.example/l",
      };
      const card = buildTeamsPayload(notice, options);
      expect(bytes(card)).toBeLessThanOrEqual(TEAMS_LIMIT_BYTES);
      const { body, actions } = card.attachments[0]?.content ?? {};
      expect(actions?.map((action) => action.title)).toEqual(["Acknowledge", "Open"]);
      expect(JSON.stringify(body?.slice(-2))).toContain("Flapping, 5 times in 1 h.");
      expect(JSON.stringify(body)).toContain("…");
    }
  });

  it("gives way to the minimal card where what must stay is too large by itself", () => {
    const notice = buildTestNotice({ remarks: Array.from({ length: 20 }, () => "é".repeat(2_000)) });
    for (const wording of [{ text: "mine" }, {}]) {
      const card = buildTeamsPayload(notice, own(wording));
      expect(bytes(card)).toBeLessThanOrEqual(TEAMS_LIMIT_BYTES);
      expect(JSON.stringify(card)).toContain(notice.delivery);
    }
    expect(buildTeamsPayload(notice, own({ text: "mine" })).attachments[0]?.content.body).toHaveLength(2);
  });

  it("can neither speak to everybody, nor become HTML, nor end a subject, in any channel", () => {
    const evil = "<!channel> <b>&lt;</b> **[x](https://evil.example)**\r\nBcc: all@example.org";
    const notice = buildTestNotice();
    const options = own({ title: keepOneLine(evil), text: evil });
    const slack = JSON.stringify(buildSlackPayload(notice, options).blocks?.slice(1));
    expect(slack).toContain("&lt;!channel&gt; &lt;b&gt;&amp;lt;&lt;/b&gt;");
    expect(slack).not.toContain("<!");
    const card = JSON.stringify(buildTeamsPayload(notice, options));
    expect(card).not.toMatch(/"TextBlock"|"FactSet"/);
    const mail = buildMail(notice, { ...options, manageUrl: "https://w.example/m" });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).toContain("&lt;!channel&gt; &lt;b&gt;&amp;lt;&lt;/b&gt;");
    expect(mail.html).not.toContain("<b>");
    expect(mail.html).toContain('href="https://w.example/m"');
    expect(mail.text).toContain("Change or end these mails: https://w.example/m");
  });
});
