import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** IMAGE_LINKS is where links of pictures lead. */
export const IMAGE_LINKS = "/links/images";

/** IMAGE_DAYS is how long a picture can be looked at. */
export const IMAGE_DAYS = 30;

const DAY_MS = 86_400_000;
const TOKEN = /^([A-Za-z0-9_-]{22})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/** ImageLinkParts are what links of pictures are built with; without a secret, or an address of the pages by https, there are none. */
export interface ImageLinkParts {
  readonly secret: string | undefined;
  readonly publicUrl: string | null;
}

/** buildImageKey makes the random name of a picture: it tells nothing of what it shows or whose it is. */
export function buildImageKey(): string {
  return randomBytes(16).toString("base64url");
}

/** buildImageUrl is the address of a picture: the same each time it is sent, for 30 days from when it was made; null = nobody outside could load it. */
export function buildImageUrl(
  { secret, publicUrl }: ImageLinkParts,
  { key, createdAt }: { readonly key: string; readonly createdAt: Date },
): string | null {
  if (secret === undefined || publicUrl === null || !publicUrl.startsWith("https://")) return null;
  const body = `${key}.${Math.floor((createdAt.getTime() + IMAGE_DAYS * DAY_MS) / 1_000).toString(36)}`;
  return `${publicUrl}${IMAGE_LINKS}/${body}.${sign(secret, body).toString("base64url")}`;
}

/** readImageToken gives the name of a picture back; undefined = the link is forged, was changed, or has run out. */
export function readImageToken(secret: string, token: string, now: Date): string | undefined {
  const [, key, until, signature] = TOKEN.exec(token) ?? [];
  if (key === undefined || until === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = sign(secret, `${key}.${until}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number.parseInt(until, 36) * 1_000 > now.getTime() ? key : undefined;
}

/** The name keeps these signatures from being those of anything else that the secret signs. */
function sign(secret: string, body: string): Buffer {
  return createHmac("sha256", `watchfloor alert image ${secret}`).update(body).digest();
}
