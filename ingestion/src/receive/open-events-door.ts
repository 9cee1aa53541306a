import type { FastifyReply, FastifyRequest } from "fastify";
import { authenticate, getKey } from "./authenticate.js";
import type { Door, DoorParts } from "./door.js";
import { readBody } from "./read-body.js";

/** openEventsDoor takes events as JSON, NDJSON and CloudEvents at `POST /v1/events` (CONTRACT section 2). */
export const openEventsDoor: Door = (app, parts) => {
  app.post("/v1/events", { onRequest: (request) => authenticate(request, parts) }, (request, reply) =>
    receiveEvents(request, reply, parts),
  );
};

async function receiveEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  { intake, metrics }: DoorParts,
): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const events = await readBody(body, request.headers);
  const answer = await intake.accept({ key: getKey(request), events });
  metrics.countAnswer(answer);
  return reply.status(answer.rejected.length > 0 ? 207 : 200).send(answer);
}
