import type { ChangeSignal, ClickHouse } from "@watchfloor/sql";
import type { Observable } from "rxjs";
import { ExceptionRepository } from "../exceptions/exception.repository.js";
import type { FeedsService } from "../feeds/feeds.service.js";
import type { RegistryService } from "../registry/registry.service.js";
import type { RunsService } from "../runs/runs.service.js";
import { matchesScopeFilter } from "../scope/matches-scope-filter.js";
import type { ReachFilter } from "../scope/reach.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { buildStoreWall, type StoreTile } from "./wall/build-store-wall.js";
import { FreshCache } from "./fresh-cache.js";
import { joinObligations } from "./obligations/join-obligations.js";
import { buildObligationViews, type ObligationView } from "./obligations/build-obligation-views.js";
import { OpenWorkRepository, renderChangeKey } from "./open-work.repository.js";
import type { OpenWork } from "./open-work.js";

interface Parts {
  readonly clickhouse: ClickHouse;
  readonly registry: RegistryService;
  readonly feeds: FeedsService;
  readonly runs: RunsService;
  readonly stored$: Observable<ChangeSignal>;
  readonly now: () => Date;
}

type Filter = ReachFilter | null | undefined;

/** LiveService answers what is stuck, late or silent right now. The wall and the obligations share one pass over the open runs. */
export class LiveService {
  private readonly repository: OpenWorkRepository;
  private readonly exceptions: ExceptionRepository;
  private readonly work: FreshCache<OpenWork>;
  private readonly walls: FreshCache<StoreTile[]>;

  constructor(private readonly parts: Parts) {
    this.repository = new OpenWorkRepository(parts.clickhouse);
    this.exceptions = new ExceptionRepository(parts.clickhouse);
    this.work = new FreshCache(parts);
    this.walls = new FreshCache(parts);
  }

  onModuleDestroy(): void {
    this.work.close();
    this.walls.close();
  }

  /** findStoreWall returns every store of the scope and filter with the worst thing true of it. */
  findStoreWall(scope: Scope, filter: Filter): Promise<readonly StoreTile[]> {
    return this.walls.get(scope, filter, () => this.loadStoreWall(scope, filter));
  }

  /** findWorstObligations returns the `first` worst groups of overdue runs, most money first. */
  async findWorstObligations(scope: Scope, filter: Filter, first: number): Promise<ObligationView[]> {
    const { registry, runs, now } = this.parts;
    const work = await this.loadWork(scope, filter);
    const worst = joinObligations(work.overdue).slice(0, first);
    const reach = await resolveReach(registry, scope, filter);
    const [targets, samples, visible] = await Promise.all([
      this.repository.countTargets(
        reach,
        worst.filter((obligation) => obligation.targets > 0),
      ),
      runs.findOpenByKeys(
        reach,
        worst.map(({ client, workflow, oldestRun }) => ({ client, workflow, run: oldestRun })),
      ),
      registry.findVisible(scope),
    ]);
    const expected = worst.map((obligation) =>
      obligation.targets === 0 ? null : (targets.get(renderChangeKey(obligation)) ?? obligation.targets),
    );
    return buildObligationViews({ worst, expected, samples, registry: visible, now: now() });
  }

  private async loadStoreWall(scope: Scope, filter: Filter): Promise<StoreTile[]> {
    const { registry, feeds, now } = this.parts;
    const reach = await resolveReach(registry, scope, filter);
    const [visible, work, exceptions, heard] = await Promise.all([
      registry.findVisible(scope),
      this.loadWork(scope, filter),
      this.exceptions.sumOpenByStore(reach, now()),
      feeds.find(scope, choosePlaces(filter)),
    ]);
    const stores = visible.stores.filter((store) =>
      matchesScopeFilter({ client: store.client, store: store.id, region: store.region }, filter),
    );
    const isTouchedOnly = [scope.channels, scope.partners, filter?.channels, filter?.partners].some(
      (limit) => limit != null,
    );
    return buildStoreWall({ stores, work: work.stores, exceptions, feeds: heard, isTouchedOnly });
  }

  private loadWork(scope: Scope, filter: Filter): Promise<OpenWork> {
    const { registry, now } = this.parts;
    return this.work.get(scope, filter, async () =>
      this.repository.load(await resolveReach(registry, scope, filter), now()),
    );
  }
}

/** A store is heard or not whatever workflow one looks at, so only places narrow its feeds. Without a filter the answer is the one of `feeds`. */
function choosePlaces(filter: Filter): Filter {
  if (filter == null) return filter;
  const { clients = null, stores = null, regions = null, channels = null, partners = null } = filter;
  return { clients, stores, regions, channels, partners };
}
