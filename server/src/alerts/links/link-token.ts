import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const linkSchema = z.strictObject({
  purpose: z.enum(["confirm", "unsubscribe", "manage", "set", "acknowledge"]),
  tenant: z.string(),
  contact: z.string(),
  subscription: z.string().nullable(),
  /** What a link of the purpose "set" does: one of `SUBSCRIPTION_CHANGES`. */
  change: z.string().optional(),
  /** What is acknowledged, and the message that says so: of each message a link works once. */
  incident: z.string().optional(),
  delivery: z.string().optional(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});

/** AlertLink is what a link in a mail lets its reader do, and nothing else. */
export type AlertLink = z.infer<typeof linkSchema>;

/** buildLinkToken signs a link with the secret of the installation. */
export function buildLinkToken(secret: string, link: AlertLink): string {
  const body = Buffer.from(JSON.stringify(link), "utf8").toString("base64url");
  return `${body}.${sign(secret, body).toString("base64url")}`;
}

/** readLinkToken gives a link back; undefined = it is forged, was changed, or has run out. */
export function readLinkToken(secret: string, token: string, now: Date): AlertLink | undefined {
  const [body = "", signature = "", ...more] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(secret, body);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const link = linkSchema.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  return link.expiresAt > now.getTime() ? link : undefined;
}

/** The name keeps signatures of links from being those of anything else that the secret signs. */
function sign(secret: string, body: string): Buffer {
  return createHmac("sha256", `watchfloor alert link ${secret}`).update(body).digest();
}
