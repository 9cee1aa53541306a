import type { Postgres, SecretBox } from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { ContactRepository } from "../contacts/contact.repository.js";
import { openTarget } from "../contacts/target-box.js";
import { DEMO_RECEIVER_PATH, DEMO_RECEIVERS, type DemoReceiver } from "./demo-receivers.js";

const MAX_BODY_BYTES = 65_536;

/** DemoReceiverParts are what the receivers stand on. */
export interface DemoReceiverParts {
  readonly postgres: Postgres;
  readonly box: SecretBox;
  readonly tenant: string;
}

/** serveDemoReceivers serves the receivers of a demonstration: each takes what is signed with the secret of its contact, and keeps nothing. */
export function serveDemoReceivers(app: FastifyInstance, parts: DemoReceiverParts): void {
  app.register((rim, _options, done) => {
    // A signature is of bytes: the body is taken as it came.
    rim.removeAllContentTypeParsers();
    rim.addContentTypeParser("*", { parseAs: "string", bodyLimit: MAX_BODY_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    );
    rim.post<{ Params: { name: string } }>(`${DEMO_RECEIVER_PATH}/:name`, async (request, reply) => {
      const receiver = DEMO_RECEIVERS.find(({ name }) => name === request.params.name);
      if (receiver === undefined) return reply.status(404).send({ error: "there is no such receiver" });
      const isSigned = await isSignedFor(receiver, parts, { headers: request.headers, body: String(request.body) });
      if (!isSigned) return reply.status(401).send({ error: "the signature is not that of this contact" });
      if (receiver.isRetired) return reply.status(410).send({ error: "this receiver is out of service" });
      return reply.status(200).send({ taken: true });
    });
    done();
  });
}

async function isSignedFor(
  receiver: DemoReceiver,
  { postgres, box, tenant }: DemoReceiverParts,
  { headers, body }: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string },
): Promise<boolean> {
  const rows = await new ContactRepository(postgres).list(tenant);
  const secrets = rows
    .filter(({ owner, kind }) => owner === receiver.owner && kind === "webhook")
    .flatMap(({ id, secret }) => {
      const target = openTarget(box, { tenant, id }, secret);
      const isIts = target?.kind === "webhook" && target.url.endsWith(`${DEMO_RECEIVER_PATH}/${receiver.name}`);
      return isIts ? target.secrets : [];
    });
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return secrets.some(({ secret }) => verifies(secret, body, signed));
}

function verifies(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch (cause) {
    if (cause instanceof WebhookVerificationError) return false;
    throw cause;
  }
}
