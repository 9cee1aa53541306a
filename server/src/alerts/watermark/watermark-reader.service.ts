import type { ClickHouse } from "@watchfloor/sql";
import { renderFeedKey } from "../../feeds/feed-key.js";
import type { FeedKey } from "../../feeds/feed-view.js";
import { OpenTime } from "../freshness/open-time.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import type { KnownFeed } from "./known-feed.js";
import { WatermarkRepository, type SaidFeed } from "./watermark.repository.js";
import { Watermarks, type OpenSince } from "./watermarks.js";

/** What was received is in the engine a moment later, whichever process took it. */
const SETTLED_MS = 5_000;
/** Whether anybody speaks at all is asked so often: most tenants have no such source. */
const ASK_AGAIN_MS = 60_000;

interface Heard {
  settledMs: number;
  /** A newer word that all it speaks of may not be readable of yet. */
  waiting: { readonly completeMs: number; readonly saidMs: number } | undefined;
}

/** WatermarkReader reads until when the feeds of a tenant are complete. Where no source says so it costs one short question a minute. */
export class WatermarkReader {
  private readonly repository: WatermarkRepository;
  private readonly openTime = new OpenTime();
  private readonly silentSince = new Map<string, number>();
  private readonly heard = new Map<string, Heard>();

  constructor(
    private readonly parts: {
      readonly clickhouse: ClickHouse;
      readonly registry: RegistryService;
      readonly now: () => Date;
    },
  ) {
    this.repository = new WatermarkRepository(parts.clickhouse);
  }

  /** load reads them within the tenant of a scope; undefined = no source of it says so. Rejects with a `ClickHouseFailure`. */
  async load(scope: Scope): Promise<Watermarks | undefined> {
    const { tenant } = scope;
    const nowMs = this.parts.now().getTime();
    if (nowMs - (this.silentSince.get(tenant) ?? -Infinity) < ASK_AGAIN_MS) return undefined;
    if (!(await this.repository.hasAny(tenant))) {
      this.silentSince.set(tenant, nowMs);
      return undefined;
    }
    this.silentSince.delete(tenant);
    const { registry } = this.parts;
    const [said, { stores }] = await Promise.all([this.repository.list(tenant), registry.findVisible(scope)]);
    const storeOf = new Map(stores.map((store) => [`${store.client}\0${store.id}`, store]));
    const feeds = said.flatMap((feed): KnownFeed[] => {
      const store = storeOf.get(`${feed.client}\0${feed.store}`);
      if (store?.isDisabled === true) return [];
      return [{ ...feed, region: store?.region ?? "", settledMs: this.settle(tenant, feed, nowMs) }];
    });
    return new Watermarks({ feeds, openSince: await this.buildOpenSince(scope), nowMs });
  }

  private settle(tenant: string, { completeMs, saidMs, ...feed }: SaidFeed, nowMs: number): number {
    const key = `${tenant}\0${renderFeedKey(feed)}`;
    const known = this.heard.get(key) ?? { settledMs: 0, waiting: undefined };
    if (known.waiting !== undefined && nowMs - known.waiting.saidMs >= SETTLED_MS) {
      known.settledMs = Math.max(known.settledMs, known.waiting.completeMs);
      known.waiting = undefined;
    }
    if (nowMs - saidMs >= SETTLED_MS) known.settledMs = Math.max(known.settledMs, completeMs);
    else known.waiting ??= { completeMs, saidMs };
    this.heard.set(key, known);
    return known.settledMs;
  }

  private async buildOpenSince({ tenant }: Scope): Promise<OpenSince> {
    const { registry } = this.parts;
    const [{ declared, calendarOfStore }, calendars] = await Promise.all([
      registry.findFeedKnowledge(tenant),
      registry.findCalendars(tenant),
    ]);
    const calendarOf = new Map(calendars.map((calendar) => [calendar.id, calendar]));
    const ofFeed = new Map(declared.map((feed) => [renderFeedKey(feed), feed.calendar]));
    const ofStore = new Map(calendarOfStore.map(({ client, id, calendar }) => [`${client}\0${id}`, calendar]));
    return (feed: FeedKey, fromMs, toMs) => {
      const id = ofFeed.get(renderFeedKey(feed)) || ofStore.get(`${feed.client}\0${feed.store}`);
      return this.openTime.openMs(id === undefined ? undefined : calendarOf.get(id), fromMs, toMs);
    };
  }
}
