import type { ChangeSignal, ClickHouse } from "@watchfloor/sql";
import type { Observable } from "rxjs";
import { FreshCache } from "../live/fresh-cache.js";
import type { RegistryService } from "../registry/registry.service.js";
import type { DeclaredFeed } from "../registry/tenant-registry.js";
import { matchesScopeFilter } from "../scope/matches-scope-filter.js";
import type { ReachFilter } from "../scope/reach.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { buildFeedViews } from "./build-feed-views.js";
import { FeedHours } from "./feed-hours.js";
import { FeedRepository } from "./feed.repository.js";
import type { FeedView } from "./feed-view.js";
import { LearnedCadences } from "./learned-cadences.js";

interface Parts {
  readonly clickhouse: ClickHouse;
  readonly registry: RegistryService;
  readonly stored$: Observable<ChangeSignal>;
  readonly now: () => Date;
}

/** FeedsService answers which feeds a scope has, declared or learned, and how each is now. */
export class FeedsService {
  private readonly repository: FeedRepository;
  private readonly cadences: LearnedCadences;
  private readonly answers: FreshCache<FeedView[]>;

  constructor(private readonly parts: Parts) {
    this.repository = new FeedRepository(parts.clickhouse);
    this.cadences = new LearnedCadences(this.repository);
    this.answers = new FreshCache(parts);
  }

  onModuleDestroy(): void {
    this.answers.close();
  }

  /** find returns the feeds within a scope and filter, the quietest against its cadence first. */
  find(scope: Scope, filter: ReachFilter | null | undefined): Promise<readonly FeedView[]> {
    return this.answers.get(scope, filter, () => this.load(scope, filter));
  }

  private async load(scope: Scope, filter: ReachFilter | null | undefined): Promise<FeedView[]> {
    const { registry, now } = this.parts;
    const at = now();
    const reach = await resolveReach(registry, scope, filter);
    const [declared, learned, knowledge, calendars] = await Promise.all([
      registry.findVisibleFeeds(scope),
      this.repository.findLearned(reach),
      registry.findFeedKnowledge(scope.tenant),
      registry.findCalendars(scope.tenant),
    ]);
    const cadences = await this.cadences.get(scope.tenant, knowledge, at);
    const hours = new FeedHours(knowledge, calendars, at);
    const expected = await this.chooseDeclared(scope, { declared, filter });
    return buildFeedViews({ declared: expected, learned, cadences, hours, isHeardOnly: filter?.workflows != null }, at);
  }

  private async chooseDeclared(
    scope: Scope,
    known: { declared: readonly DeclaredFeed[]; filter: ReachFilter | null | undefined },
  ): Promise<DeclaredFeed[]> {
    const { declared, filter } = known;
    const places = await this.parts.registry.listStorePlaces(scope.tenant);
    const regions = new Map(places.map((place) => [`${place.client}\0${place.store}`, place.region]));
    const sources = filter?.sources ?? null;
    return declared.filter(
      (feed) =>
        matchesScopeFilter({ ...feed, region: regions.get(`${feed.client}\0${feed.store}`) ?? "" }, filter) &&
        (sources === null || sources.includes(feed.source)),
    );
  }
}
