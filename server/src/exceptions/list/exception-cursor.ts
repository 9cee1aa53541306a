import { z } from "zod";
import { EXCEPTION_ORDERS } from "./exception-words.js";

const cursor = z.strictObject({
  order: z.enum(EXCEPTION_ORDERS),
  /** Value of the order's column, a whole number as text. */
  at: z.string().regex(/^-?\d{1,19}$/),
  client: z.string(),
  exception: z.string(),
  /** The instant of the first page: severity grows with age, and pages of different instants would overlap. */
  asOfMs: z.number().int().min(0).max(8.64e15),
});

/** ExceptionCursor says after which exception a page starts. */
export type ExceptionCursor = z.infer<typeof cursor>;

/** renderExceptionCursor makes opaque text of a cursor. */
export function renderExceptionCursor(position: ExceptionCursor): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** readExceptionCursor reads what `renderExceptionCursor` made; undefined for anything else. */
export function readExceptionCursor(text: string): ExceptionCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
