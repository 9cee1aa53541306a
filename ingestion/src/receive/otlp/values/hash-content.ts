import { createHash } from "node:crypto";

/** 128 bits: two contents of one sender never meet. */
const CHARACTERS = 32;

/** hashContent returns an id that the same content always has. */
export function hashContent(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, CHARACTERS);
}
