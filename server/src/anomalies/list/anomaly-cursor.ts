import { z } from "zod";

const cursor = z.strictObject({ startedAtMs: z.number().int(), id: z.string() });

/** AnomalyCursor says after which anomaly a page starts. */
export type AnomalyCursor = z.infer<typeof cursor>;

/** renderAnomalyCursor makes opaque text of a cursor. */
export function renderAnomalyCursor(position: AnomalyCursor): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** readAnomalyCursor reads what `renderAnomalyCursor` made; undefined for anything else. */
export function readAnomalyCursor(text: string): AnomalyCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
