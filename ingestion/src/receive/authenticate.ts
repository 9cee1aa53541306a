import type { FastifyRequest } from "fastify";
import type { IngestKey } from "../events/ingest-key.js";
import type { DoorParts } from "./door.js";
import { HttpRefusal } from "./http-refusal.js";

const keys = new WeakMap<FastifyRequest, IngestKey>();

/** authenticate finds the ingest key of a request before its body is read. Throws `HttpRefusal` 401, or 429 when the key may send nothing now. */
export async function authenticate(
  request: FastifyRequest,
  { findKey, rates }: Pick<DoorParts, "findKey" | "rates">,
): Promise<void> {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const key = secret === undefined ? undefined : await findKey(secret);
  if (key === undefined)
    throw new HttpRefusal(
      401,
      "unauthenticated",
      secret === undefined
        ? "send the header Authorization: Bearer <ingest key>"
        : "this key is unknown, has expired or was revoked",
    );
  rates.check(key);
  keys.set(request, key);
}

/** getKey returns the key `authenticate` found. */
export function getKey(request: FastifyRequest): IngestKey {
  const key = keys.get(request);
  if (key === undefined)
    throw new HttpRefusal(401, "unauthenticated", "send the header Authorization: Bearer <ingest key>");
  return key;
}
