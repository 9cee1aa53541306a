const MASK = "***";
/** Shorter parts of a path are words such as "hooks", which are no secret and would mask half of every message. */
const MIN_SECRET = 8;

/** maskSecrets hides secrets in a text that people or logs will see: each whole, and the parts of an address after its host. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const parts = secrets.flatMap((secret) => [secret, ...listSecretParts(secret)]);
  const found = [...new Set(parts)].filter((part) => part.length >= MIN_SECRET).sort((a, b) => b.length - a.length);
  return found.reduce((masked, part) => masked.replaceAll(part, MASK), text);
}

function listSecretParts(secret: string): string[] {
  if (!URL.canParse(secret)) return [];
  const { pathname, search, username, password } = new URL(secret);
  const parts = [pathname, ...pathname.split("/"), search, ...search.slice(1).split(/[&=]/), username, password];
  return parts.flatMap((part) => [part, decode(part)]);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
