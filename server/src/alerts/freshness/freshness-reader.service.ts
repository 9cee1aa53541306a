import type { AlertRule } from "@watchfloor/dashboards";
import type { ClickHouse } from "@watchfloor/sql";
import { FeedRepository } from "../../feeds/feed.repository.js";
import { renderFeedKey } from "../../feeds/feed-key.js";
import { LearnedCadences } from "../../feeds/learned-cadences.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { chooseDimensions } from "../evaluate/figure-reader.service.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import { BeatHistory } from "./beat-history.js";
import { buildExpectedFeeds, type ExpectedFeed } from "./build-expected-feeds.js";
import { FeedBeatsRepository } from "./feed-beats.repository.js";
import type { FeedSilence } from "./feed-silence.js";
import { OpenTime } from "./open-time.js";

type FreshnessRule = Extract<AlertRule, { kind: "freshness" }>;

/** A slot is evaluated a moment after its instant: who has spoken since is not silent. Older slots ask history. */
const RECENT_MS = 5 * 60_000;

/** ReadSilences gives the silences of all feeds of a rule at a slot; slots come in the order of time. Rejects with a `ClickHouseFailure`. */
export type ReadSilences = (slotAt: number) => Promise<FeedSilence[]>;

/** FreshnessReader knows how long the feeds that a rule expects have said nothing: those that are declared, heard or not, and those that were heard. */
export class FreshnessReader {
  private readonly feeds: FeedRepository;
  private readonly beats: FeedBeatsRepository;
  private readonly cadences: LearnedCadences;
  private readonly openTime = new OpenTime();

  constructor(
    private readonly parts: {
      readonly clickhouse: ClickHouse;
      readonly registry: RegistryService;
      readonly now: () => Date;
    },
  ) {
    this.feeds = new FeedRepository(parts.clickhouse);
    this.beats = new FeedBeatsRepository(parts.clickhouse);
    this.cadences = new LearnedCadences(this.feeds);
  }

  /** open reads which feeds a rule expects within a scope, for slots up to `toMs`. */
  async open(scope: Scope, rule: FreshnessRule, { toMs }: { readonly toMs: number }): Promise<ReadSilences> {
    const { registry, now } = this.parts;
    const filter = buildRuleFilter(rule);
    const at = now();
    const reach = await resolveReach(registry, scope, filter);
    const [declared, heard, knowledge, calendars, network] = await Promise.all([
      registry.findVisibleFeeds(scope),
      this.feeds.findLearned(reach),
      registry.findFeedKnowledge(scope.tenant),
      registry.findCalendars(scope.tenant),
      registry.findVisible(scope),
    ]);
    const cadences = await this.cadences.get(scope.tenant, knowledge, at);
    const dimensions = chooseDimensions(rule, "feed_freshness");
    const known = { declared, heard, cadences, calendars, stores: network.stores };
    const feeds = buildExpectedFeeds(known, { filter, dimensions, now: at });
    const history = new BeatHistory((range) => this.beats.find(reach, range), toMs);
    return (slotAt) => this.read(feeds, { slotAt, isPast: at.getTime() - slotAt > RECENT_MS, history });
  }

  private async read(
    feeds: readonly ExpectedFeed[],
    { slotAt, isPast, history }: { slotAt: number; isPast: boolean; history: BeatHistory },
  ): Promise<FeedSilence[]> {
    if (isPast && feeds.some(({ newestMs }) => (newestMs ?? 0) > slotAt)) await history.goTo(slotAt);
    return feeds.flatMap((feed) => {
      if (feed.expectedFromMs > slotAt) return [];
      const heardAt = findHeardAt(feed, { slotAt, isPast, history });
      const silentMs = this.openTime.openMs(feed.calendar, heardAt ?? feed.expectedFromMs, slotAt);
      const { key, cadenceSeconds, isSure } = feed;
      const silence = { feed: key, cadenceSeconds, isSure, silentSeconds: silentMs / 1_000 };
      return feed.labels.map((labels) => ({ ...silence, labels, isNeverHeard: heardAt === undefined }));
    });
  }
}

function findHeardAt(
  { key, newestMs }: ExpectedFeed,
  { slotAt, isPast, history }: { slotAt: number; isPast: boolean; history: BeatHistory },
): number | undefined {
  if (newestMs === undefined || newestMs <= slotAt) return newestMs;
  return isPast ? history.heardAt(renderFeedKey(key), slotAt) : slotAt;
}
