import type { SpooledRequest } from "../pipeline/spooled-request.js";
import { StorageBatch } from "./storage-batch.js";

/** buildStorageBatch turns one request into rows and parts, ready to be joined with those of other requests. */
export function buildStorageBatch(request: SpooledRequest): StorageBatch {
  const batch = new StorageBatch();
  for (const received of request.accepted) batch.add(received);
  for (const rejected of request.rejected) batch.addRejected(rejected);
  return batch;
}
