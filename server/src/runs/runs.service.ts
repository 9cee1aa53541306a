import type { ClickHouse } from "@watchfloor/sql";
import { countPage } from "../graphql/count-page.js";
import type { RegistryService } from "../registry/registry.service.js";
import type { Reach } from "../scope/reach.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { buildRunView } from "./build-run-view.js";
import { checkRunQuestion, type RunRefusal } from "./list/check-run-question.js";
import { renderRunCursor } from "./list/run-cursor.js";
import { RunCountRepository } from "./list/run-count.repository.js";
import type { RunFacet } from "./list/run-facets.js";
import type { RunFilter } from "./list/run-filter.js";
import { buildRelatedRun, type RelatedRun } from "./related-run.js";
import { RunRepository, type ListedRun, type RunKey } from "./run.repository.js";
import type { RunOrder } from "./run-words.js";
import type { RunView } from "./run-view.js";

/** RunPage is one page of runs; `count` counts all of them, and only when it is asked. */
export interface RunPage {
  readonly nodes: readonly RunView[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly count: () => Promise<number>;
  /** findFacets counts what the runs have, when it is asked. */
  readonly findFacets: () => Promise<readonly RunFacet[]>;
}

/** RunsService answers which runs there are within a scope. */
export class RunsService {
  private readonly repository: RunRepository;
  private readonly counts: RunCountRepository;

  constructor(private readonly parts: { clickhouse: ClickHouse; registry: RegistryService; now: () => Date }) {
    this.repository = new RunRepository(parts.clickhouse, parts.now);
    this.counts = new RunCountRepository(parts.clickhouse);
  }

  /** list returns one page of runs, or what is wrong with the request. */
  async list(
    scope: Scope,
    request: { filter: RunFilter; first?: number | null | undefined; after?: string | null | undefined },
  ): Promise<{ page: RunPage } | { refusal: RunRefusal }> {
    const now = this.parts.now();
    const checked = checkRunQuestion(request, now);
    if ("refusal" in checked) return checked;
    const { question } = checked;
    const reach = await resolveReach(this.parts.registry, scope, question.filter.scope);
    const rows = await this.repository.findPage(reach, question, now);
    const shown = rows.slice(0, question.first);
    const last = shown.at(-1);
    const hasNextPage = rows.length > question.first;
    return {
      page: {
        nodes: shown.map((row) => buildRunView(row, now, reach.parts.promises)),
        pageInfo: {
          endCursor: last === undefined ? null : renderCursorOf(last, question.order),
          hasNextPage,
        },
        count: () =>
          countPage({ isFirst: question.after === undefined, hasNextPage, shown }, () =>
            this.counts.count(reach, question, now),
          ),
        findFacets: () => this.counts.countFacets(reach, question, now),
      },
    };
  }

  /** find returns one run, or undefined when there is none within the scope. */
  async find(scope: Scope, key: RunKey): Promise<RunView | undefined> {
    const reach = await resolveReach(this.parts.registry, scope, undefined);
    const row = await this.repository.find(reach, key);
    return row === undefined ? undefined : buildRunView(row, this.parts.now(), reach.parts.promises);
  }

  /** findByKeys returns the runs of these keys within a scope, in no order. */
  async findByKeys(scope: Scope, keys: readonly RunKey[]): Promise<RunView[]> {
    const reach = await resolveReach(this.parts.registry, scope, undefined);
    const rows = await this.repository.findByKeys(reach, keys);
    return rows.map((row) => buildRunView(row, this.parts.now(), reach.parts.promises));
  }

  /** findOpenByKeys returns the runs of these keys that are open within a reach, in no order. */
  async findOpenByKeys(reach: Reach, keys: readonly RunKey[]): Promise<RunView[]> {
    const rows = await this.repository.findOpenByKeys(reach, keys);
    return rows.map((row) => buildRunView(row, this.parts.now(), reach.parts.promises));
  }

  /** findRelated returns other runs of the client that share an id, entity or change, and how each belongs to the run. */
  async findRelated(scope: Scope, run: RunView, first: number): Promise<RelatedRun[]> {
    const now = this.parts.now();
    const reach = await resolveReach(this.parts.registry, scope, undefined);
    const rows = await this.repository.findRelated(reach, run, first);
    return rows.map((row) => buildRelatedRun(run, buildRunView(row, now, reach.parts.promises)));
  }
}

function renderCursorOf(row: ListedRun, order: RunOrder): string {
  return renderRunCursor({ order, at: row.orderKey, client: row.client, workflow: row.workflow, run: row.run });
}
