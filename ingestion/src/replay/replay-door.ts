import { setTimeout as pause } from "node:timers/promises";
import { encodeSpooledRequest } from "../pipeline/spooled-request.js";
import { buildSender } from "../pipeline/pipeline.js";
import type { RecentIdentities } from "../pipeline/recent-identities.js";
import type { Spool } from "../spool/spool.js";
import type { Loader } from "../write/loader.js";
import type { ReplayPage } from "./pages/replay-page.js";

const LOOK_AGAIN_MS = 100;

/** ReplayDoor is the way of a page into storage. */
export interface ReplayDoor {
  /** put resolves once the page is stored and visible; false when `signal` ended the wait, and then it may be stored or not. */
  put(page: ReplayPage, signal: AbortSignal): Promise<boolean>;
  /** settled resolves once everything that was accepted before is stored; false when `signal` ended the wait. */
  settled(signal: AbortSignal): Promise<boolean>;
}

/**
 * buildReplayDoor puts pages behind live events: one page waits until storage keeps pace with the senders, is spooled like any request and
 * must be stored before the next one comes.
 */
export function buildReplayDoor(parts: {
  readonly spool: Spool;
  readonly loader: Loader;
  readonly recent: RecentIdentities;
}): ReplayDoor {
  const { spool, loader, recent } = parts;
  return {
    async put({ request, bytes }, signal) {
      if (request.accepted.length + request.rejected.length === 0) return true;
      while (!loader.isCalm && !signal.aborted) await pause(LOOK_AGAIN_MS);
      if (signal.aborted) return false;
      const block = await spool.append(encodeSpooledRequest(request, bytes));
      loader.add(block, request);
      if (request.counted === "once")
        for (const { tenant, event } of request.accepted) recent.add(buildSender(tenant, event), event.id);
      return unlessAborted(loader.stored(block.end), signal);
    },
    settled: (signal) => unlessAborted(loader.stored(), signal),
  };
}

async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  let end: (() => void) | undefined;
  const aborted = new Promise<boolean>((resolve) => {
    end = () => resolve(false);
    signal.addEventListener("abort", end);
  });
  const isDone = await Promise.race([work.then(() => true), aborted]);
  if (end !== undefined) signal.removeEventListener("abort", end);
  return isDone;
}
