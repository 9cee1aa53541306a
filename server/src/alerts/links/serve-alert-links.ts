import type { FastifyInstance, FastifyReply } from "fastify";
import { escapeHtml } from "../channels/text/escape-html.js";
import { ALERT_LINKS } from "./alert-link-builder.js";
import type { AlertLinksService } from "./alert-links.service.js";
import type { LinkPage } from "./link-page.js";

const MAX_BODY_BYTES = 4_096;
const NONE: LinkPage = {
  title: "This link does not work",
  text: "It was changed on the way, or has run out.",
  actions: [],
};

/** serveAlertLinks serves the links of mails: GET shows a page with a button, POST acts, also that of a mail program (RFC 8058). No sign-in: the link is the permission. */
export function serveAlertLinks(app: FastifyInstance, links: AlertLinksService): void {
  app.register((rim, _options, done) => {
    // TRICKY: a parameter of a route may have 100 characters, a wildcard any; tokens have some 250.
    // What a mail program posts says nothing that the link does not say.
    rim.removeAllContentTypeParsers();
    rim.addContentTypeParser("*", { parseAs: "string", bodyLimit: MAX_BODY_BYTES }, (_request, _body, parsed) =>
      parsed(null),
    );
    rim.get<{ Params: { "*": string } }>(`${ALERT_LINKS}/*`, async (request, reply) =>
      send(reply, await links.show(request.params["*"])),
    );
    rim.post<{ Params: { "*": string } }>(`${ALERT_LINKS}/*`, async (request, reply) =>
      send(reply, await links.act(request.params["*"])),
    );
    done();
  });
}

function send(reply: FastifyReply, page: LinkPage | undefined): FastifyReply {
  const { title, text, actions } = page ?? NONE;
  const forms = actions.map(
    ({ label, token }) =>
      `<form method="post" action="${ALERT_LINKS}/${escapeHtml(token)}"><button>${escapeHtml(label)}</button></form>`,
  );
  return reply
    .status(page === undefined ? 404 : 200)
    .headers({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    })
    .send(
      `<!doctype html><html lang="en"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${forms.join("")}</html>`,
    );
}
