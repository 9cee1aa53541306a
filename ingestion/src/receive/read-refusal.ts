import { SpoolFull } from "../spool/spool-full.js";
import { HttpRefusal } from "./http-refusal.js";

/** RequestFailure is what Fastify hands over when a request fails. */
export type RequestFailure = Error & { readonly code?: string; readonly statusCode?: number };

/** readRefusal says which refusal of a whole request a failure is; undefined = a fault of ours. */
export function readRefusal(cause: RequestFailure): HttpRefusal | undefined {
  if (cause instanceof HttpRefusal) return cause;
  if (cause instanceof SpoolFull) return new HttpRefusal(503, "spool_full", cause.message, cause.retryAfterSeconds);
  if (cause.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new HttpRefusal(413, "too_large", "the body is larger than 10 MiB: send smaller batches");
  if (cause.statusCode !== undefined && cause.statusCode >= 400 && cause.statusCode < 500)
    return new HttpRefusal(400, "unreadable", cause.message);
  return undefined;
}
