import type { Postgres } from "@watchfloor/sql";
import type { FastifyInstance, FastifyReply } from "fastify";
import { findImageByKey } from "./find-image-by-key.js";
import { IMAGE_LINKS, readImageToken } from "./image-link.js";
import { ImageLimit } from "./image-limit.js";

/** A picture is loaded by each reader of a chat, mostly through the cache of the chat. */
const MOST = { ofOne: 120, ofAll: 1_200 };
const HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
};

/** ImageServerParts are what pictures are served from. */
export interface ImageServerParts {
  readonly postgres: Postgres;
  readonly secret: string;
  readonly now: () => Date;
  readonly most?: { readonly ofOne: number; readonly ofAll: number };
}

/** serveAlertImages serves the charts of messages to whoever has the signed link, without sign-in. Any other link gets the same empty answer, 404, without a look into the database. */
export function serveAlertImages(app: FastifyInstance, { postgres, secret, now, most = MOST }: ImageServerParts): void {
  const limit = new ImageLimit(most);
  app.get<{ Params: { "*": string } }>(`${IMAGE_LINKS}/*`, async (request, reply) => {
    const key = readImageToken(secret, request.params["*"], now());
    if (key === undefined) return refuse(reply, 404);
    if (limit.isOver(key, now().getTime())) return refuse(reply.header("retry-after", "60"), 429);
    const png = await findImageByKey(postgres, key);
    if (png === undefined) return refuse(reply, 404);
    return reply
      .headers({
        ...HEADERS,
        "content-type": "image/png",
        // Whoever shows it may keep it; what lies between must not, the link being the permission.
        "cache-control": "private, max-age=86400, immutable",
        // Chats and mail programs show it on pages of their own.
        "cross-origin-resource-policy": "cross-origin",
      })
      .send(Buffer.from(png));
  });
}

function refuse(reply: FastifyReply, status: 404 | 429): FastifyReply {
  return reply
    .status(status)
    .headers({ ...HEADERS, "cache-control": "no-store" })
    .type("text/plain")
    .send("");
}
