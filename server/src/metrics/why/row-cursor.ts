import { z } from "zod";

const cursor = z.strictObject({
  /** Which of the terms of the metric the row belongs to. */
  term: z.int().nonnegative(),
  atMs: z.int(),
  key: z.array(z.string()).max(8),
});

/** RowCursor says after which row a page of rows starts. */
export type RowCursor = z.infer<typeof cursor>;

/** renderRowCursor makes opaque text of a cursor. */
export function renderRowCursor(position: RowCursor): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** readRowCursor reads what `renderRowCursor` made; undefined for anything else. */
export function readRowCursor(text: string): RowCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
