import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const IMMUTABLE = "public, max-age=31536000, immutable";
const INDEX = "index.html";

/** Everything comes from our own origin; styles may be inline because the component library sets them so. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * servePages serves the built pages: hashed assets for ever, the entry page fresh at each visit, and the entry page for
 * every other path, because the pages route themselves.
 */
export async function servePages(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, { root: directory, serve: false, preCompressed: true, cacheControl: false });
  app.addHook("onSend", async (_request, reply) => {
    // What is stricter where it is made stays so: pages of links know no script at all.
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
  app.get("/*", (request, reply) => {
    const path = decodeURIComponent(request.url.split("?")[0] ?? "/").slice(1);
    const isFile =
      path !== "" && !path.split("/").includes("..") && /\.\w+$/.test(path) && existsSync(join(directory, path));
    if (isFile)
      return reply.header("cache-control", path.startsWith("assets/") ? IMMUTABLE : "no-cache").sendFile(path);
    if (path.startsWith("assets/"))
      return reply.status(404).send({ error: { code: "not_found", message: "This file does not exist." } });
    return reply.header("cache-control", "no-cache").sendFile(INDEX);
  });
}
