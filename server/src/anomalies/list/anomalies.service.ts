import { countPage } from "../../graphql/count-page.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { renderAnomalyCursor } from "./anomaly-cursor.js";
import type { AnomalyFilter } from "./anomaly-filter.js";
import type { AnomalyView } from "./anomaly-view.js";
import type { AnomalyRepository } from "./anomaly.repository.js";
import { checkAnomalyQuestion, type AnomalyRefusal } from "./check-anomaly-question.js";

/** AnomalyPage is one page of anomalies; `count` counts all of them, and only when it is asked. */
export interface AnomalyPage {
  readonly nodes: readonly AnomalyView[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly count: () => Promise<number>;
}

/** AnomaliesService answers what was strange within a scope. */
export class AnomaliesService {
  constructor(private readonly parts: { repository: AnomalyRepository; registry: RegistryService; now: () => Date }) {}

  /** list returns one page of anomalies, or what is wrong with the request. */
  async list(
    scope: Scope,
    request: { filter: AnomalyFilter; first?: number | null | undefined; after?: string | null | undefined },
  ): Promise<{ page: AnomalyPage } | { refusal: AnomalyRefusal }> {
    const checked = checkAnomalyQuestion(request, this.parts.now());
    if ("refusal" in checked) return checked;
    const { question } = checked;
    const { repository, registry } = this.parts;
    const reach = await resolveReach(registry, scope, question.filter.scope);
    const rows = await repository.findPage(reach, question);
    const nodes = rows.slice(0, question.first);
    const last = nodes.at(-1);
    const endCursor =
      last === undefined ? null : renderAnomalyCursor({ startedAtMs: last.startedAt.getTime(), id: last.id });
    const pageInfo = { endCursor, hasNextPage: rows.length > question.first };
    const page = { isFirst: question.after === undefined, hasNextPage: pageInfo.hasNextPage, shown: nodes };
    return { page: { nodes, pageInfo, count: () => countPage(page, () => repository.count(reach, question)) } };
  }
}
