import { z } from "zod";

/** DELAY_KEY is the key of how late what sources send arrives. */
export const DELAY_KEY = "delay";

const delayDocument = z.object({
  /** When it was measured, epoch milliseconds. */
  at: z.number(),
  sources: z.array(z.object({ client: z.string(), source: z.string(), p995Seconds: z.number(), events: z.number() })),
});

/** DelayDocument is the delay from the time of an event to its arrival, by source, over the last 24 hours. */
export type DelayDocument = z.infer<typeof delayDocument>;

/** readDelayDocument reads it; undefined = nothing was measured yet. */
export function readDelayDocument(doc: unknown): DelayDocument | undefined {
  return delayDocument.safeParse(doc).data;
}
