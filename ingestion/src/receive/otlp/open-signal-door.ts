import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildEventBatch } from "../../events/build-event-batch.js";
import type { Rejection } from "../../pipeline/intake.js";
import { authenticate, getKey } from "../authenticate.js";
import { decompressBody } from "../decompress-body.js";
import type { DoorParts } from "../door.js";
import { HttpRefusal } from "../http-refusal.js";
import type { RequestFailure } from "../read-refusal.js";
import { answerOtlpFailure } from "./answer-otlp-failure.js";
import { buildPartialSuccess } from "./build-partial-success.js";
import { decodeRequest, type RequestForms } from "./decode/decode-request.js";
import { jsonRequestSchema } from "./decode/json-request-schema.js";
import { loadMessages } from "./decode/load-messages.js";
import { encodeMessage } from "./encode-message.js";
import { CONTENT_TYPES, getEncoding } from "./encoding.js";
import type { MappedRequest, Signal, SignalName, SignalRequest, SignalWords } from "./signal.js";

/** As many events as any request may bring; the items of a request that say nothing count too. */
const MAX_ITEMS = 10_000;

/** openSignalDoor takes one signal of the OpenTelemetry protocol at `POST /v1/<signal>`, in both encodings, and answers in its words. */
export function openSignalDoor<Name extends SignalName>(
  app: FastifyInstance,
  parts: DoorParts,
  signal: Signal<Name>,
): void {
  const messages = loadMessages();
  const forms: RequestForms = {
    protobuf: messages.find(signal.request),
    items: signal.items,
    json: jsonRequestSchema[signal.name],
  };
  const response = messages.find(signal.response);
  const status = messages.find("RpcStatus");
  app.setErrorHandler((cause: RequestFailure, request, reply) =>
    answerOtlpFailure(cause, { request, reply, status }, parts),
  );
  app.post(
    `/v1/${signal.name}`,
    { onRequest: (request) => authenticate(request, parts) },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const encoding = getEncoding(request.headers["content-type"]);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const bytes = await decompressBody(body, request.headers["content-encoding"]);
      const mapped = signal.map(decodeRequest<SignalRequest[Name]>(bytes, encoding, forms), getKey(request));
      const rejections = await take(mapped, request, parts, signal);
      const answer = buildPartialSuccess(signal, mapped, rejections);
      return reply.type(CONTENT_TYPES[encoding]).send(encodeMessage(answer, encoding, response));
    },
  );
}

async function take(
  mapped: MappedRequest,
  request: FastifyRequest,
  { intake, metrics }: DoorParts,
  { name, itemTitle }: SignalWords & { readonly name: SignalName },
): Promise<readonly Rejection[]> {
  const count = Math.max(mapped.itemCount, mapped.values.length);
  if (count > MAX_ITEMS)
    throw new HttpRefusal(
      413,
      "too_many_events",
      `${count} events of ${itemTitle} in one request: send at most ${MAX_ITEMS}`,
    );
  metrics.ignoredItems.inc({ signal: name }, mapped.ignored);
  if (mapped.values.length === 0) return [];
  const answer = await intake.accept({ key: getKey(request), events: buildEventBatch(mapped.values) });
  metrics.countAnswer(answer);
  return answer.rejected;
}
