import { z } from "zod";

/** LATE_KEY is the key of how many rows came too late for each rule of a tenant. */
export const LATE_KEY = "late";

const lateDocument = z.object({
  /** Until when rows were counted, in epoch milliseconds, by when they were received. */
  until: z.number(),
  rules: z.record(z.string(), z.number()),
});

/** LateDocument is that, read. */
export type LateDocument = z.infer<typeof lateDocument>;

/** readLateDocument reads it; undefined = nothing was counted yet. */
export function readLateDocument(doc: unknown): LateDocument | undefined {
  return lateDocument.safeParse(doc).data;
}
