import { z } from "zod";
import { readPayload } from "./read-payload.js";

const keptSchema = z.object({
  source: z.string(),
  id: z.string(),
  mapping: z.string(),
  headers: z.record(z.string(), z.string()),
  payload: z.unknown(),
});

/** KeptPayload is a payload that was kept because its mapping failed, with all that is needed to map it again. */
export type KeptPayload = z.infer<typeof keptSchema>;

/**
 * readKeptPayload reads what `buildPayloadBatch` left in `rejected_event.payload`; undefined when the text is something else,
 * such as a rejected event. Give its parts to `mapPayload`.
 */
export function readKeptPayload(text: string): KeptPayload | undefined {
  try {
    return keptSchema.parse(readPayload(text));
  } catch {
    return undefined;
  }
}
