import type { FastifyRequest } from "fastify";
import type { WebhookSecret } from "@watchfloor/sql";
import type { DoorParts } from "../door.js";
import { HttpRefusal } from "../http-refusal.js";
import { findSender } from "./find-sender.js";
import type { SignedMessage } from "./signatures/signature-style.js";
import { SIGNATURE_STYLES } from "./signatures/signature-styles.js";

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** The same for a name that nobody declared: it says which headers a source wants, never whose it is. */
const UNKNOWN = "no webhook source of this name accepts the signature";

/** WebhookRequest is a request with the name of its source in the path. */
export type WebhookRequest = FastifyRequest<{ Params: { source: string } }>;

/** findSecretsOf refuses, before the body is read, what no secret can have signed. Throws `HttpRefusal` 401 or 503. */
export async function findSecretsOf(
  request: WebhookRequest,
  { webhooks, logger }: Pick<DoorParts, "webhooks" | "logger">,
): Promise<readonly WebhookSecret[]> {
  const { source } = request.params;
  if (webhooks.findSecrets === undefined)
    throw new HttpRefusal(503, "no_secret_key", "webhooks need WATCHFLOOR_SECRET_KEY on this installation", 60);
  const secrets = NAME.test(source) ? await webhooks.findSecrets(source) : [];
  if (secrets.length === 0) throw new HttpRefusal(401, "invalid_signature", UNKNOWN);
  const usable = secrets.filter(({ secret }) => secret !== undefined);
  if (usable.length < secrets.length)
    logger.error({ source }, "secrets of a webhook source were stored under another WATCHFLOOR_SECRET_KEY");
  if (usable.length === 0) throw new HttpRefusal(503, "no_secret_key", "the secrets cannot be read at the moment", 60);
  const nowMs = webhooks.now().getTime();
  const problems = usable.map(({ style }) => SIGNATURE_STYLES[style].checkHeaders(request.headers, nowMs));
  if (problems.every((problem) => problem !== undefined))
    throw new HttpRefusal(401, "invalid_signature", [...new Set(problems)].join("; or "));
  return usable;
}

/** authenticateWebhook finds the one tenant whose secret signed the request. Throws `HttpRefusal` 401. */
export async function authenticateWebhook(
  request: WebhookRequest,
  bodies: readonly Buffer[],
  { webhooks, logger }: Pick<DoorParts, "webhooks" | "logger">,
): Promise<WebhookSecret> {
  const secrets = await findSecretsOf(request, { webhooks, logger });
  const messages = bodies.map((bytes) => buildMessage(request, bytes));
  const found = await findSender(secrets, messages, webhooks.now().getTime());
  if ("sender" in found) return found.sender;
  if (found.problem === "ambiguous")
    logger.error({ source: request.params.source }, "one webhook secret belongs to two tenants: give each its own");
  throw new HttpRefusal(401, "invalid_signature", UNKNOWN);
}

function buildMessage({ headers }: WebhookRequest, bytes: Buffer): SignedMessage {
  let text: string | undefined;
  return { headers, bytes, text: () => (text ??= bytes.toString("utf8")) };
}
