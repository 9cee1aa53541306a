import { gzipSync } from "node:zlib";
import { loadPayload } from "../../receive/webhooks/testing/load-payload.js";
import { signGithub, signShopify, signStandard } from "../../receive/webhooks/testing/sign-webhook.js";
import { damage, pick, type Dice } from "./build-fuzzed-body.js";
import type { FuzzedRequest } from "./send-fuzzed.js";
import { spoilValue } from "./spoil-value.js";

/** WEBHOOK_SENDERS are the sources that the deliveries come from, with the secret each signs with. */
export const WEBHOOK_SENDERS = [
  { source: "shop", style: "shopify", mapping: "shopify-orders", secret: "hush-hush-hush-hush" },
  { source: "github", style: "github", mapping: "github-deployments", secret: "It's a Secret to Everybody" },
  {
    source: "fulfilment",
    style: "standard",
    mapping: "standard-fulfilment",
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  },
] as const;

type Style = (typeof WEBHOOK_SENDERS)[number]["style"];

/** What each style sends: its topic, and a payload of it. */
const DELIVERIES: Readonly<Record<Style, readonly (readonly [topic: string, payload: string])[]>> = {
  shopify: [
    ["orders/create", loadPayload("shopify-order-create")],
    ["orders/fulfilled", loadPayload("shopify-order-fulfilled")],
    ["refunds/create", loadPayload("shopify-refund-create")],
    ["products/update", loadPayload("shopify-order-create")],
  ],
  github: [
    ["deployment", loadPayload("github-deployment")],
    ["deployment_status", loadPayload("github-deployment-status")],
    ["release", loadPayload("github-release")],
    ["ping", "{}"],
  ],
  standard: [
    ["", loadPayload("standard-shipment-requested")],
    ["", loadPayload("standard-shipment-delivered")],
    ["", loadPayload("standard-shipment-short")],
  ],
};

/** Where the number begins that tells one payload of a kind from the next. */
const OWN_ID =
  /(?<=^\s*\{\s*)"id": |"shipmentId": "SHP-|(?<="deployment": \{[^{}]*)"id": |(?<="release": \{[^{}]*)"id": /g;

/** What was signed rightly is taken, kept, or refused for its form; never for its signature. */
const SIGNED: ReadonlySet<number> = new Set([200, 207, 400, 413, 415, 429, 503]);
const UNSIGNED: ReadonlySet<number> = new Set([401, 413, 429, 503]);

/** buildWebhookDelivery makes one delivery: most are signed, many with a payload that is spoiled or damaged, some with a signature of nobody. */
export function buildWebhookDelivery(dice: Dice): FuzzedRequest {
  const { random } = dice;
  const sender = pick(WEBHOOK_SENDERS, random) ?? WEBHOOK_SENDERS[0];
  const [topic, payload] = pick(DELIVERIES[sender.style], random) ?? ["", "{}"];
  const body = buildBody(payload, dice);
  const id = random() < 0.95 ? `d-${dice.next()}` : "d".repeat(1 + Math.floor(random() * 300));
  // The clock's time, not the first request's: a signature is valid for five minutes.
  const at = new Date();
  const signed = sign(sender.style, body, { secret: sender.secret, topic, id, at });
  const isForged = random() < 0.1;
  const isZipped = random() < 0.1;
  return {
    path: `/v1/webhooks/${sender.source}`,
    body: isZipped ? gzipSync(body) : body,
    headers: {
      "content-type": random() < 0.97 ? "application/json" : "text/plain",
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
      ...(isForged ? forge(signed, random) : signed),
    },
    allowed: isForged ? UNSIGNED : SIGNED,
  };
}

/** Payloads of their own ids, so that they are no repeats; half of them with one to three values replaced; every eighth damaged as text. */
function buildBody(payload: string, dice: Dice): Buffer {
  const { random } = dice;
  const own = random() < 0.9 ? payload.replace(OWN_ID, (name) => `${name}${820_000 + dice.next()}`) : payload;
  let value = JSON.parse(own) as unknown;
  for (let count = random() < 0.5 ? 0 : 1 + Math.floor(random() * 3); count > 0; count -= 1)
    value = spoilValue(value, random);
  const text = JSON.stringify(value) ?? "";
  const body = Buffer.from(random() < 0.1 ? text.replace(/"([^"\\]{1,8})":/, '"$1":1e999,"$1":') : text);
  return random() < 0.88 ? body : damage(body.length === 0 ? Buffer.from("x") : body, random);
}

function sign(style: Style, body: Buffer, by: { secret: string; topic: string; id: string; at: Date }) {
  if (style === "shopify") return signShopify(body, by);
  if (style === "github") return signGithub(body, { ...by, event: by.topic });
  return signStandard(body.toString("utf8"), by);
}

/** forge spoils the header that holds the signature: cut, of another body, of another algorithm, or absent. */
function forge(signed: Record<string, string>, random: () => number): Record<string, string> {
  const name = Object.keys(signed).find((header) => /signature|hmac/.test(header)) ?? "";
  const { [name]: signature = "", ...others } = signed;
  const forged = pick(
    [
      undefined,
      "",
      signature.slice(0, -3),
      `${signature.slice(0, 12)}${"A".repeat(32)}`,
      "v1,QUJD",
      "sha256=00",
      "QUJD",
    ],
    random,
  );
  return forged === undefined ? others : { ...others, [name]: forged };
}
