import { z } from "zod";

const cursor = z.strictObject({
  receivedAtMs: z.number().int(),
  request: z.string(),
  position: z.number().int().nonnegative(),
});

/** RejectedEventCursor says after which refused event a page starts. */
export type RejectedEventCursor = z.infer<typeof cursor>;

/** renderRejectedEventCursor makes opaque text of a cursor. */
export function renderRejectedEventCursor({ receivedAtMs, request, position }: RejectedEventCursor): string {
  return Buffer.from(JSON.stringify({ receivedAtMs, request, position })).toString("base64url");
}

/** readRejectedEventCursor reads what `renderRejectedEventCursor` made; undefined for anything else. */
export function readRejectedEventCursor(text: string): RejectedEventCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
