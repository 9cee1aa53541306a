import type { FastifyInstance } from "fastify";
import type { Authenticator, RequestHeaders } from "../scope/authenticator.js";
import type { ReportsService } from "./reports.service.js";

/**
 * serveReportFiles serves the files of reports under /reports/<id>/<file>, to whoever is signed in and sees the client of the report at this
 * moment: nothing is kept by caches, and somebody who has lost the client is answered as if there were no such report.
 */
export function serveReportFiles(
  app: FastifyInstance,
  { authenticator, reports }: { authenticator: Authenticator; reports: ReportsService },
): void {
  app.get<{ Params: { id: string; file: string } }>("/reports/:id/:file", async (request, reply) => {
    reply.headers({ "cache-control": "no-store, private", "x-content-type-options": "nosniff" });
    const scope = await authenticator.authenticate(readOwnHeaders(request.headers));
    if (scope === undefined)
      return reply.status(401).send({ error: { code: "unauthenticated", message: "Sign in first." } });
    const file = await reports.findFile(scope, request.params.id, request.params.file);
    if (file === undefined)
      return reply
        .status(404)
        .send({ error: { code: "not_found", message: "There is no such file of a report that you may see." } });
    return reply
      .headers({
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        digest: `sha-256=${Buffer.from(file.sha256, "hex").toString("base64")}`,
      })
      .send(Buffer.from(file.bytes));
  });
}

/**
 * A link is followed without the header that our pages add. A download changes nothing and another site cannot read it; all the same a
 * browser that says it comes from another site, or names another origin, is not served by its cookie.
 */
function readOwnHeaders(headers: RequestHeaders): RequestHeaders {
  const site = headers["sec-fetch-site"];
  const isForeign = site !== undefined && site !== "same-origin" && site !== "none";
  return isForeign ? { ...headers, cookie: undefined } : { ...headers, "x-watchfloor-csrf": "1" };
}
