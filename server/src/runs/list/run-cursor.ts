import { z } from "zod";
import { RUN_ORDERS } from "../run-words.js";

const cursor = z.strictObject({
  order: z.enum(RUN_ORDERS),
  /** Value of the order's column: an instant as ClickHouse writes it, or an amount. */
  at: z.string().regex(/^-?\d[\d .:-]*$/),
  client: z.string(),
  workflow: z.string(),
  run: z.string(),
});

/** RunCursor says after which run a page starts. */
export type RunCursor = z.infer<typeof cursor>;

/** renderRunCursor makes opaque text of a cursor. */
export function renderRunCursor(position: RunCursor): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** readRunCursor reads what `renderRunCursor` made; undefined for anything else. */
export function readRunCursor(text: string): RunCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
