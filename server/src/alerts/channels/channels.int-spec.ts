import { Webhook } from "standardwebhooks";
import { buildTestIncident, buildTestNotice } from "../testing/build-test-notice.js";
import { startMailServer, type MailServer } from "../testing/start-mail-server.js";
import { startReceiver, type Receiver } from "../testing/start-receiver.js";
import { buildWirePolicy } from "../wire/wire-policy.js";
import { Wire } from "../wire/wire.js";
import type { Channels, Sender } from "./channel.js";
import { openMailer, type Mailer } from "./email/mailer.js";
import { openChannels } from "./open-channels.js";
import { buildSigningSecret, rotateSigningSecrets } from "./webhook/build-signing-secret.js";

const sender: Sender = { productName: "Watchfloor, Ltd", userAgent: "Watchfloor/1", publicUrl: "https://w.example" };
const DAY = 86_400_000;

describe("channels", () => {
  let receiver: Receiver;
  let mails: MailServer;
  let mailer: Mailer;
  let channels: Channels;
  // The library that verifies reads the clock of the machine.
  const now = new Date();

  beforeAll(async () => {
    [receiver, mails] = await Promise.all([startReceiver(), startMailServer()]);
    const policy = { ranges: "127.0.0.0/8", ports: String(receiver.port), isHttpAllowed: true };
    mailer = openMailer({ url: mails.url, from: "alerts@w.example" });
    channels = openChannels({ wire: new Wire(buildWirePolicy(policy)), mailer, sender });
  });
  afterAll(async () => {
    mailer.close();
    await Promise.all([receiver.close(), mails.close()]);
  });
  beforeEach(() => {
    receiver.received.length = 0;
    mails.received.length = 0;
    receiver.answer = () => ({ status: 200, body: "ok" });
    mails.refuse = () => undefined;
  });

  const message = <Target>(target: Target, given = {}) => ({
    ...{ notice: buildTestNotice(), target, isMinimal: false, now },
    ...{ unsubscribeUrl: null, manageUrl: null, buildAcknowledgeUrl: () => null, ...given },
  });

  it("signs webhooks so that the reference library verifies them, with both secrets while one replaces the other", async () => {
    const [first, second] = [buildSigningSecret(), buildSigningSecret()];
    const secrets = rotateSigningSecrets([{ secret: first, until: null }], { secret: second, overlapDays: 1, now });
    const target = { url: `${receiver.url}/hook`, secrets };
    expect(await channels.webhook.send(message(target))).toMatchObject({ result: "delivered", status: 200 });
    const later = new Date(now.getTime() + 2 * DAY);
    await channels.webhook.send({ ...message(target), now: later });
    const [one, two] = receiver.received;
    const headers = one?.headers as Record<string, string>;
    for (const secret of [first, second])
      expect(() => new Webhook(secret).verify(one?.body ?? "", headers)).not.toThrow();
    expect(() => new Webhook(buildSigningSecret()).verify(one?.body ?? "", headers)).toThrow("No matching");
    expect(() => new Webhook(second).verify(`${one?.body ?? ""} `, headers)).toThrow("No matching");
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect(String(two?.headers["webhook-signature"]).split(" ")).toHaveLength(1);
    expect(two?.headers["webhook-id"]).toBe(headers["webhook-id"]);
    expect(headers["webhook-id"]).toMatch(/^msg_[0-9A-Za-z]+$/);
    expect(Number(two?.headers["webhook-timestamp"]) - Number(headers["webhook-timestamp"])).toBe(172_800);
  });

  it("posts to chats and on-call services, and hides the addresses in what is kept", async () => {
    const url = `${receiver.url}/services/T0000000secret`;
    receiver.answer = ({ path }) => ({ status: path.includes("T0") ? 200 : 202, body: "ok" });
    expect(await channels.slack.send(message({ url }))).toMatchObject({ result: "delivered" });
    expect(await channels.teams.send(message({ url: `${receiver.url}/flow` }))).toMatchObject({ result: "delivered" });
    const key = "R".repeat(32);
    const sent = await channels.pagerduty.send(message({ routingKey: key, url: `${receiver.url}/v2/enqueue` }));
    expect(sent).toMatchObject({ result: "delivered", status: 202 });
    expect(sent.request).not.toContain(key);
    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies[0]).toMatchObject({ text: "[FIRING critical] Orders late, nm-001" });
    expect(bodies[1]).toMatchObject({ type: "message" });
    expect(bodies[2]).toMatchObject({ event_action: "trigger", dedup_key: "1".repeat(64), routing_key: key });
    receiver.answer = () => ({ status: 500, body: `no ${url}` });
    const failed = await channels.slack.send(message({ url }));
    expect(failed).toMatchObject({ result: "retry", response: expect.stringContaining("***") });
    expect(JSON.stringify(failed)).not.toContain("T0000000secret");
  });

  it("mails in threads that stay the same when a mail is sent again, and that end by one click", async () => {
    const links = { unsubscribeUrl: "https://w.example/u/1", manageUrl: "https://w.example/m/1" };
    const incident = buildTestIncident({ summary: "<b>Ünïcode</b>\r\nBcc: x@example.org" });
    const notice = buildTestNotice({ incidents: [incident] });
    for (let time = 0; time < 2; time += 1)
      expect(await channels.email.send(message({ address: "ops@example.org" }, { ...links, notice }))).toMatchObject({
        result: "delivered",
      });
    const [one, two] = mails.received;
    expect(one?.to).toEqual(["ops@example.org"]);
    expect(one?.mail.messageId).toBe(`<${"a".repeat(64)}@w.example>`);
    expect(two?.mail.messageId).toBe(one?.mail.messageId);
    expect(one?.mail).toMatchObject({
      subject: "[FIRING critical] Orders late, nm-001",
      from: { name: "Watchfloor, Ltd", address: "alerts@w.example" },
      inReplyTo: `<${"1".repeat(64)}@w.example>`,
      references: `<${"1".repeat(64)}@w.example>`,
    });
    const headers = Object.fromEntries(one?.mail.headers.map(({ key, value }) => [key, value]) ?? []);
    expect(headers).toMatchObject({
      "auto-submitted": "auto-generated",
      "list-unsubscribe": "<https://w.example/u/1>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
    });
    expect(one?.mail.html).toContain("&lt;b&gt;Ünïcode&lt;/b&gt;");
    expect(one?.mail.text).toContain("<b>Ünïcode</b>");
  });

  it("tries mails again that are put off, and gives up those that are refused", async () => {
    mails.refuse = (recipient) => (recipient.startsWith("busy") ? 450 : 550);
    expect(await channels.email.send(message({ address: "busy@example.org" }))).toMatchObject({
      result: "retry",
      status: 450,
    });
    expect(await channels.email.send(message({ address: "gone@example.org" }))).toMatchObject({
      result: "permanent",
      status: 550,
    });
    const none = openChannels({
      wire: new Wire(buildWirePolicy({ ranges: "", ports: "", isHttpAllowed: false })),
      mailer: undefined,
      sender,
    });
    expect(await none.email.send(message({ address: "a@example.org" }))).toMatchObject({ result: "unreachable" });
    expect(await none.slack.send(message({ url: `${receiver.url}/x` }))).toMatchObject({ result: "unreachable" });
    expect(receiver.received).toEqual([]);
  });
});
