import { Ajv } from "ajv";
import { buildTestIncident, buildTestNotice } from "../testing/build-test-notice.js";
import type { Sender } from "./channel.js";
import type { NoticeWording } from "./notice-wording.js";
import { NOTICE_KINDS, type Notice, type NoticeKind } from "./notice.js";
import { buildPagerdutyEvent } from "./pagerduty/build-pagerduty-event.js";
import { buildSlackPayload } from "./slack/build-slack-payload.js";
import { buildTeamsPayload } from "./teams/build-teams-payload.js";
import { buildWebhookPayload } from "./webhook/build-webhook-payload.js";

const sender: Sender = { productName: "Watchfloor", userAgent: "Watchfloor/1", publicUrl: "https://w.example" };
const buildAcknowledgeUrl = () => "https://w.example/links/alerts/token";
const text = (maxLength: number) => ({ type: "string", minLength: 1, maxLength });
const closed = (properties: object, required = Object.keys(properties)) => ({
  ...{ type: "object", additionalProperties: false, properties, required },
});

/** What Slack's Block Kit takes of the blocks we send. */
const SLACK = closed(
  {
    text: text(4_000),
    blocks: {
      ...{ type: "array", minItems: 1, maxItems: 50 },
      items: {
        oneOf: [
          closed({ type: { const: "header" }, text: closed({ type: { const: "plain_text" }, text: text(150) }) }),
          closed({ type: { const: "section" }, text: closed({ type: { const: "mrkdwn" }, text: text(3_000) }) }),
          closed({
            type: { const: "context" },
            elements: { type: "array", maxItems: 10, items: closed({ type: { const: "mrkdwn" }, text: text(2_000) }) },
          }),
        ],
      },
    },
  },
  ["text"],
);

const RUN = closed(
  {
    ...{ type: { const: "TextRun" }, text: { type: "string", minLength: 1 }, isSubtle: { type: "boolean" } },
    ...{ weight: { enum: ["bolder"] }, size: { enum: ["small", "large"] } },
  },
  ["type", "text"],
);
const ACTION = closed({
  type: { const: "Action.OpenUrl" },
  title: text(75),
  url: { type: "string", pattern: "^https://" },
});
/** An adaptive card 1.4 in the envelope of a workflow. */
const TEAMS = closed({
  type: { const: "message" },
  attachments: {
    ...{ type: "array", minItems: 1, maxItems: 1 },
    items: closed({
      contentType: { const: "application/vnd.microsoft.card.adaptive" },
      contentUrl: { type: "null" },
      content: closed({
        ...{ $schema: { type: "string" }, type: { const: "AdaptiveCard" }, version: { const: "1.4" } },
        body: {
          ...{ type: "array", minItems: 1 },
          items: closed(
            {
              ...{ type: { const: "RichTextBlock" }, spacing: { enum: ["medium"] } },
              inlines: { type: "array", minItems: 1, items: RUN },
            },
            ["type", "inlines"],
          ),
        },
        actions: { type: "array", maxItems: 6, items: ACTION },
        msteams: closed({ width: { const: "Full" } }),
      }),
    }),
  },
});

/** Events API v2: an end and an acknowledgement are a key alone. */
const PAGERDUTY = {
  oneOf: [
    closed({
      ...{ routing_key: text(32), event_action: { enum: ["acknowledge", "resolve"] }, dedup_key: text(255) },
    }),
    closed(
      {
        ...{ routing_key: text(32), event_action: { const: "trigger" }, dedup_key: text(255) },
        ...{ client: { type: "string" }, client_url: { type: "string" } },
        links: { type: "array", items: closed({ href: { type: "string" }, text: { type: "string" } }) },
        payload: closed(
          {
            ...{ summary: text(1_024), source: text(255), timestamp: { type: "string" } },
            severity: { enum: ["critical", "error", "warning", "info"] },
            ...{ component: { type: "string" }, group: { type: "string" }, class: { type: "string" } },
            custom_details: { type: "object" },
          },
          ["summary", "source", "severity"],
        ),
      },
      ["routing_key", "event_action", "dedup_key", "payload"],
    ),
  ],
};

const WEBHOOK_TYPES = ["fired", "resolved", "acknowledged", "escalated", "no_data", "digest", "rule_health"];
const WEBHOOK = {
  ...closed({
    type: { enum: [...WEBHOOK_TYPES.map((kind) => `alert.${kind}`), "test"] },
    timestamp: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$" },
    data: { type: "object", properties: { delivery_id: text(100) }, required: ["delivery_id"] },
  }),
};

const ended = { state: "resolved", resolvedAt: Date.UTC(2026, 3, 10, 13), reason: "cleared", isNew: false } as const;
const NOTICES: Readonly<Record<NoticeKind, Notice>> = {
  fired: buildTestNotice(),
  resolved: buildTestNotice({ kind: "resolved", incidents: [buildTestIncident(ended)] }),
  acknowledged: buildTestNotice({ kind: "acknowledged" }),
  unacknowledged: buildTestNotice({ kind: "unacknowledged" }),
  escalated: buildTestNotice({ kind: "escalated", remarks: ["Step 2: nobody has taken it on."] }),
  no_data: buildTestNotice({ kind: "no_data", incidents: [buildTestIncident({ value: null })] }),
  digest: buildTestNotice({
    kind: "digest",
    incidents: Array.from({ length: 60 }, (_, index) => buildTestIncident({ incident: `i${index}` })),
    more: 40,
  }),
  rule_health: buildTestNotice({ kind: "rule_health", headline: "A rule cannot be evaluated", incidents: [] }),
  test: buildTestNotice({ kind: "test", headline: "Test", incidents: [] }),
};
const WORDINGS: Readonly<Record<string, NoticeWording | undefined>> = {
  "in built-in words": undefined,
  "in own words": { title: "Own <words> & more", text: "Line one\n\nLine two" },
  "in very many words": { title: "t".repeat(5_000), text: `${"<words> ".repeat(300)}\n`.repeat(25) },
};

describe.each(Object.entries(WORDINGS))("a message %s", (_, wording) => {
  const ajv = new Ajv({ strict: false });
  const validate = (schema: object, value: unknown) => {
    const check = ajv.compile(schema);
    return check(value) ? [] : check.errors;
  };

  it.each(NOTICE_KINDS.flatMap((kind) => [false, true].map((isMinimal) => [kind, isMinimal] as const)))(
    "of what is %s, minimal %p, is one that each receiver takes",
    (kind, isMinimal) => {
      const notice = NOTICES[kind];
      const options = { sender, isMinimal, buildAcknowledgeUrl, wording };
      expect(validate(SLACK, buildSlackPayload(notice, options))).toEqual([]);
      expect(validate(TEAMS, buildTeamsPayload(notice, options))).toEqual([]);
      expect(validate(PAGERDUTY, buildPagerdutyEvent(notice, { ...options, routingKey: "R".repeat(32) }))).toEqual([]);
      const body: unknown = JSON.parse(buildWebhookPayload(notice, { sender, isMinimal }));
      expect(validate(WEBHOOK, body)).toEqual([]);
    },
  );
});
