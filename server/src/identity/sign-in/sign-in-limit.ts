import { createHash } from "node:crypto";
import { schema, type Postgres } from "@watchfloor/sql";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 15 * 60;
/** A person who mistypes gets through; guessing one account from one address does not (960 tries a day). */
const TRIES_PER_PERSON_AND_ADDRESS = 10;
/** Only failures stay counted, so an office behind one address is not locked out by signing in. */
const TRIES_PER_ADDRESS = 100;

/**
 * SignInLimit counts failed sign-ins per email and address, and per address. The counters are in Postgres, so they hold
 * across replicas and restarts; a try is counted before the password is looked at, so parallel guesses do not slip through.
 */
export class SignInLimit {
  private readonly person: RateLimiterDrizzle;
  private readonly address: RateLimiterDrizzle;

  constructor(postgres: Postgres) {
    const store = { storeClient: postgres.db, schema: schema.signInAttempt, duration: WINDOW_SECONDS };
    this.person = new RateLimiterDrizzle({ ...store, keyPrefix: "person", points: TRIES_PER_PERSON_AND_ADDRESS });
    this.address = new RateLimiterDrizzle({
      ...store,
      keyPrefix: "address",
      points: TRIES_PER_ADDRESS,
      clearExpiredByTimeout: false,
    });
  }

  /** countTry counts one try and returns in how many seconds the next is allowed when there were too many; undefined = go on. */
  async countTry(email: string, address: string): Promise<number | undefined> {
    const waits = [
      await consume(this.address, buildKey(address)),
      await consume(this.person, buildKey(address, email)),
    ];
    const longest = Math.max(...waits);
    return longest > 0 ? longest : undefined;
  }

  /** forgive takes a try back because it turned out to be the right person. */
  async forgive(email: string, address: string): Promise<void> {
    await this.person.delete(buildKey(address, email));
    await this.address.reward(buildKey(address), 1);
  }
}

/** consume returns the seconds to wait, 0 when the try is within the limit. */
async function consume(limiter: RateLimiterDrizzle, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}

/** Keys are hashed: the table of tries should not become a list of who tried from where. */
function buildKey(address: string, email = ""): string {
  return createHash("sha256").update(`${address}\u0000${email.trim().toLowerCase()}`).digest("base64url");
}
