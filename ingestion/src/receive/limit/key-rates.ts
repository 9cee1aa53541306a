import { LRUCache } from "lru-cache";
import type { IngestKey } from "../../events/ingest-key.js";
import { HttpRefusal } from "../http-refusal.js";
import { TokenBucket } from "./token-bucket.js";

/** Keys that were not used for longest begin anew beyond this number. */
const MAX_KEYS = 10_000;

/** KeyRates holds every key of this process to its rate; several processes count on their own. */
export class KeyRates {
  readonly #buckets = new LRUCache<string, TokenBucket>({ max: MAX_KEYS });

  constructor(private readonly now: () => Date) {}

  /** check refuses a key that may not send a single event now, before anything of the request is read. Throws `HttpRefusal` 429. */
  check(key: IngestKey): void {
    const nowMs = this.now().getTime();
    const waitMs = this.#find(key, nowMs)?.wait(1, nowMs) ?? 0;
    if (waitMs > 0) throw refuse(key, waitMs);
  }

  /** take lets `count` events of a key pass, all or none. Throws `HttpRefusal` 429. */
  take(key: IngestKey, count: number): void {
    const nowMs = this.now().getTime();
    const bucket = this.#find(key, nowMs);
    const waitMs = bucket?.wait(count, nowMs) ?? 0;
    if (waitMs > 0) throw refuse(key, waitMs);
    bucket?.take(count, nowMs);
  }

  /** giveBack undoes `take` for events that were not stored after all. */
  giveBack(key: IngestKey, count: number): void {
    this.#find(key, this.now().getTime())?.giveBack(count);
  }

  #find({ id, rate }: IngestKey, nowMs: number): TokenBucket | undefined {
    if (rate === undefined) return undefined;
    const known = this.#buckets.get(id);
    if (known?.rate.eventsPerSecond === rate.eventsPerSecond && known.rate.burst === rate.burst) return known;
    const bucket = new TokenBucket(rate, nowMs);
    this.#buckets.set(id, bucket);
    return bucket;
  }
}

function refuse({ rate }: IngestKey, waitMs: number): HttpRefusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const words = `this key may send ${rate?.eventsPerSecond ?? 0} events a second, ${rate?.burst ?? 0} at once`;
  return new HttpRefusal(429, "rate_limited", `${words}: send the same request again in ${seconds} s`, seconds);
}
