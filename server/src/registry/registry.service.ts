import { subscribeToRegistrySignals, type OpeningCalendar, type Postgres } from "@watchfloor/sql";
import type { FeedKnowledge } from "../metrics/compiler/feed-knowledge.js";
import { numberBook } from "../sla/stamps/number-book.js";
import type { Scope } from "../scope/scope.js";
import { chooseVisibleBook } from "../sla/choose-visible-book.js";
import { buildPromiseRules, type PromiseRules } from "../sla/promises/promise-rules.js";
import type { SlaBook } from "../sla/sla-book.js";
import { BriefCache } from "./brief-cache.js";
import { chooseVisibleFeeds } from "./choose-visible-feeds.js";
import { chooseVisibleRegistry } from "./choose-visible-registry.js";
import { RegistryRepository, type TenantSummary } from "./registry.repository.js";
import type { StorePlace } from "./store-place.js";
import type { DeclaredFeed, TenantRegistry } from "./tenant-registry.js";

/** A write announces itself (`publishRegistrySignal`); this bounds the age when an announcement is lost. */
const REMEMBER_MS = 5_000;
/** Meanwhile the next answer is read in the background, so that nobody waits for it. */
const REFRESH_MS = 10_000;
const REMEMBER_TENANTS = 200;

/** Known is what is remembered of one tenant. */
interface Known {
  readonly tenant: TenantSummary | undefined;
  readonly registry: TenantRegistry;
  readonly stores: readonly StorePlace[];
  readonly feeds: readonly DeclaredFeed[];
  readonly calendars: readonly OpeningCalendar[];
  /** What a scope may see of it, for as long as both are in use: a page asks a dozen times at once. */
  readonly visible: WeakMap<Scope, TenantRegistry>;
  readonly book: SlaBook;
  /** What decides about the promises of the whole tenant, and of what a scope may see. */
  readonly promises: WeakMap<Scope, { readonly rules: PromiseRules | undefined }>;
}

/** RegistryService answers what a tenant knows of its network, from memory while nothing changed. */
export class RegistryService {
  private readonly repository: RegistryRepository;
  private readonly known: BriefCache<Known>;
  private stopListening: (() => Promise<void>) | undefined;

  constructor(private readonly parts: { postgres: Postgres; now: () => Date }) {
    this.repository = new RegistryRepository(parts.postgres);
    this.known = new BriefCache({
      forMs: REMEMBER_MS,
      refreshForMs: REFRESH_MS,
      maxEntries: REMEMBER_TENANTS,
      now: parts.now,
    });
  }

  async onModuleInit(): Promise<void> {
    this.stopListening = await subscribeToRegistrySignals(this.parts.postgres, (tenant) => this.known.forget(tenant));
  }

  async onModuleDestroy(): Promise<void> {
    await this.stopListening?.();
  }

  /** findVisible returns the part of the registry that a scope may see. */
  async findVisible(scope: Scope): Promise<TenantRegistry> {
    const { registry, visible } = await this.load(scope.tenant);
    const known = visible.get(scope) ?? chooseVisibleRegistry(registry, scope);
    visible.set(scope, known);
    return known;
  }

  /** findPromiseRules returns what decides about promises within a scope; undefined = deadlines alone. */
  async findPromiseRules(scope: Scope): Promise<PromiseRules | undefined> {
    const { book, promises } = await this.load(scope.tenant);
    if (book.policies.length === 0) return undefined;
    const known = promises.get(scope) ?? {
      rules: addNumber(buildPromiseRules(chooseVisibleBook(book, scope, await this.findVisible(scope))), book),
    };
    promises.set(scope, known);
    return known.rules;
  }

  /** findSlaBook returns the policies, corrections and calendars of a whole tenant: what answers to people are chosen from. */
  async findSlaBook(tenant: string): Promise<SlaBook> {
    return (await this.load(tenant)).book;
  }

  /** findVisibleFeeds returns the declared feeds that a scope may see. */
  async findVisibleFeeds(scope: Scope): Promise<readonly DeclaredFeed[]> {
    const { feeds, registry } = await this.load(scope.tenant);
    return chooseVisibleFeeds(feeds, registry, scope);
  }

  /** listStorePlaces returns every store of a tenant with its region: what scopes and filters by region are resolved with, not an answer to people. */
  async listStorePlaces(tenant: string): Promise<readonly StorePlace[]> {
    return (await this.load(tenant)).stores;
  }

  /** findCalendars returns the calendars of a tenant; hours are no secret within it. */
  async findCalendars(tenant: string): Promise<readonly OpeningCalendar[]> {
    return (await this.load(tenant)).calendars;
  }

  /** findFeedKnowledge returns what is declared of all feeds of a tenant: what rhythms are learned with, not an answer to people. */
  async findFeedKnowledge(tenant: string): Promise<FeedKnowledge> {
    const { feeds, registry } = await this.load(tenant);
    return { declared: feeds, calendarOfStore: registry.stores.filter((store) => store.calendar !== "") };
  }

  /** findTenant returns the tenant of a scope. */
  async findTenant(scope: Scope): Promise<TenantSummary | undefined> {
    return (await this.load(scope.tenant)).tenant;
  }

  private load(id: string): Promise<Known> {
    return this.known.get(id, async () => {
      const [tenant, registry, feeds, book] = await Promise.all([
        this.repository.findTenant(id),
        this.repository.loadRegistry(id),
        this.repository.loadDeclaredFeeds(id),
        this.repository.loadSlaBook(id),
      ]);
      const stores = registry.stores.map((store) => ({
        client: store.client,
        store: store.id,
        region: store.region,
        title: store.title,
      }));
      const { calendars } = book;
      return { tenant, registry, stores, feeds, calendars, book, visible: new WeakMap(), promises: new WeakMap() };
    });
  }
}

function addNumber(rules: PromiseRules | undefined, book: SlaBook): PromiseRules | undefined {
  return rules && { ...rules, book: numberBook(book) };
}
