import { DefinitionFault } from "@watchfloor/dashboards";
import type { WebhookSecret } from "@watchfloor/sql";
import type { FastifyReply } from "fastify";
import type { IngestKey } from "../../events/ingest-key.js";
import { mapPayload } from "../../mapping/payload/map-payload.js";
import type { PayloadVerdict } from "../../mapping/payload/payload-verdict.js";
import type { Door, DoorParts } from "../door.js";
import { HttpRefusal } from "../http-refusal.js";
import { decompressBody } from "../decompress-body.js";
import { authenticateWebhook, findSecretsOf, type WebhookRequest } from "./authenticate-webhook.js";
import { buildPayloadBatch, type ReceivedPayload } from "./build-payload-batch.js";
import { chooseKeptHeaders } from "./choose-kept-headers.js";
import { readPayload } from "./read-payload.js";
import { webhookKey } from "./webhook-key.js";
import { SIGNATURE_STYLES } from "./signatures/signature-styles.js";

/**
 * openWebhooksDoor takes signed payloads at `POST /v1/webhooks/{source}` (CONTRACT 2.4). The signature is the credential. A
 * payload that was kept is answered 2xx even if nothing could be made of it: sending it again would change nothing.
 */
export const openWebhooksDoor: Door = (app, parts) => {
  app.post(
    "/v1/webhooks/:source",
    { onRequest: async (request: WebhookRequest) => void (await findSecretsOf(request, parts)) },
    (request: WebhookRequest, reply) => receiveWebhook(request, reply, parts),
  );
};

async function receiveWebhook(request: WebhookRequest, reply: FastifyReply, parts: DoorParts): Promise<FastifyReply> {
  const { intake, metrics } = parts;
  const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const plain = await decompressBody(sent, String(request.headers["content-encoding"] ?? ""));
  // Senders sign before they compress; a few sign what travels.
  const sender = await authenticateWebhook(request, plain === sent ? [sent] : [plain, sent], parts);
  checkMediaType(String(request.headers["content-type"] ?? ""));
  const received = buildReceived(request, sender, plain.toString("utf8"));
  const verdict = await mapReceived(received, sender, parts);
  const answer = await intake.accept({ key: buildKey(sender), events: buildPayloadBatch(verdict, received) });
  metrics.countAnswer(answer);
  metrics.payloads.inc({ source: sender.source, outcome: decideOutcome(verdict) });
  const { warnings } = verdict;
  return reply
    .status(answer.rejected.length > 0 ? 207 : 200)
    .send(warnings.length > 0 ? { ...answer, warnings } : answer);
}

function checkMediaType(contentType: string): void {
  const mediaType = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (mediaType === "application/json" || mediaType.endsWith("+json")) return;
  throw new HttpRefusal(
    415,
    "unsupported_type",
    `Content-Type ${mediaType || "(none)"} is not supported: let the sender send application/json`,
  );
}

function buildReceived(request: WebhookRequest, sender: WebhookSecret, text: string): ReceivedPayload {
  const { source, mapping, style } = sender;
  const delivery = SIGNATURE_STYLES[style].findDelivery(request.headers) ?? "";
  return { source, mapping, delivery: delivery.slice(0, 128), headers: chooseKeptHeaders(request.headers), text };
}

/** A mapping that cannot be used loses nothing either: the payload is kept until it can. */
async function mapReceived(
  { text, headers }: ReceivedPayload,
  { source, client, mapping: name }: WebhookSecret,
  { webhooks, logger }: DoorParts,
): Promise<PayloadVerdict> {
  const payload = readPayload(text);
  try {
    const mapping = await webhooks.getMapping(name);
    return mapPayload(mapping, payload, { headers, source, client });
  } catch (cause) {
    if (!(cause instanceof DefinitionFault)) throw cause;
    logger.error({ source, mapping: name, cause: cause.message }, "a mapping cannot be used: its payloads are kept");
    const fault = {
      entry: 0,
      position: 1,
      field: "",
      detail: "the mapping cannot be used: see the log of the receiver",
    };
    return { events: [], faults: [fault], faultCount: 1, warnings: [] };
  }
}

/** Of the tenant that the secret belongs to, for the client that its source was declared for. */
function buildKey({ tenant, client, source }: WebhookSecret): IngestKey {
  return { id: webhookKey(source), tenant, clients: [client], kinds: null, isBackfill: false, isImport: false };
}

function decideOutcome({ events, faultCount }: PayloadVerdict): "mapped" | "left_out" | "failed" {
  if (faultCount > 0) return "failed";
  return events.length > 0 ? "mapped" : "left_out";
}
