import type { FeedKnowledge } from "../metrics/compiler/feed-knowledge.js";
import type { FeedRepository } from "./feed.repository.js";

/** A rhythm of weeks does not change in minutes, and learning it reads weeks of activity. */
const LEARN_AGAIN_MS = 10 * 60_000;
/** The very first who ask are not kept waiting longer; until then every rhythm is the default, and says so. */
const FIRST_WAIT_MS = 1_000;

interface Learned {
  readonly cadences: Promise<ReadonlyMap<string, number>>;
  readonly learnedAtMs: number;
}

/** LearnedCadences remembers the rhythm of a tenant's feeds; only the very first who ask wait for it, and not long. */
export class LearnedCadences {
  private readonly tenants = new Map<string, Learned>();

  constructor(private readonly repository: Pick<FeedRepository, "learnCadences">) {}

  /** get returns cadences in seconds by `renderFeedKey`, at most 10 minutes older than the last question. */
  get(tenant: string, knowledge: FeedKnowledge, now: Date): Promise<ReadonlyMap<string, number>> {
    const known = this.tenants.get(tenant);
    if (known !== undefined && now.getTime() - known.learnedAtMs < LEARN_AGAIN_MS) return waitBriefly(known.cadences);
    const cadences = this.repository.learnCadences(tenant, knowledge, now);
    // While the next answer is being learned, and if that fails, the one before is good enough.
    this.tenants.set(tenant, { cadences: known?.cadences ?? cadences, learnedAtMs: now.getTime() });
    cadences.then(
      () => this.tenants.set(tenant, { cadences, learnedAtMs: now.getTime() }),
      () => known === undefined && this.tenants.delete(tenant),
    );
    return known?.cadences ?? waitBriefly(cadences);
  }
}

function waitBriefly(cadences: Promise<ReadonlyMap<string, number>>): Promise<ReadonlyMap<string, number>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(new Map()), FIRST_WAIT_MS);
    cadences
      .then(resolve, () => resolve(new Map()))
      .finally(() => clearTimeout(timer))
      .catch(() => undefined);
  });
}
