import type { IncidentViews } from "../../alerts/incidents/incident-views.service.js";
import type { AnomaliesService } from "../../anomalies/list/anomalies.service.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { ReachFilter } from "../../scope/reach.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import type { SlaService } from "../../sla/sla.service.js";
import type { Annotation, AnnotationQuestion } from "./annotation.js";
import type { AnnotationRepository } from "./annotation.repository.js";
import { listCorrections } from "./list-corrections.js";

/** More marks than these on a chart are a smear; of each kind the newest, of launches the largest. */
const PER_KIND = 20;
const MAX_DAYS = 800;

/** AnnotationRefusal says what is wrong with a question. */
export interface AnnotationRefusal {
  readonly field: string;
  readonly detail: string;
}

/** AnnotationsService answers what happened that may explain a figure: launches, incidents, corrections, releases. */
export class AnnotationsService {
  constructor(
    private readonly parts: {
      repository: AnnotationRepository;
      registry: RegistryService;
      anomalies: AnomaliesService;
      incidents: Pick<IncidentViews, "list">;
      sla: SlaService;
    },
  ) {}

  /** list gives what happened in the range within a scope, oldest first; or what is wrong with the question. */
  async list(
    scope: Scope,
    question: AnnotationQuestion,
    filter: ReachFilter | null,
  ): Promise<Annotation[] | AnnotationRefusal> {
    const { from, to, kinds } = question;
    if (from >= to) return { field: "to", detail: "The range must end after it begins." };
    if (to.getTime() - from.getTime() > MAX_DAYS * 86_400_000)
      return { field: "from", detail: `The range may be ${MAX_DAYS} days long at most.` };
    const found = await Promise.all(kinds.map((kind) => this.find(scope, kind, { from, to, filter })));
    return found.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  private async find(
    scope: Scope,
    kind: Annotation["kind"],
    { from, to, filter }: { from: Date; to: Date; filter: ReachFilter | null },
  ): Promise<Annotation[]> {
    const { repository, registry, sla } = this.parts;
    const range = { from, to, limit: PER_KIND };
    switch (kind) {
      case "PROMOTION":
        return repository.findLaunches(await resolveReach(registry, scope, filter), range);
      case "RELEASE":
        return repository.findReleases(await resolveReach(registry, scope, filter), range);
      case "CORRECTION": {
        const all = listCorrections(await sla.listCorrections(scope), range);
        return all.filter((one) => touches(one, filter)).slice(-PER_KIND);
      }
      case "INCIDENT":
        return (
          await Promise.all([
            this.findAnomalies(scope, { from, to, filter }),
            this.findAlerts(scope, { from, to, filter }),
          ])
        ).flat();
    }
  }

  /** What people were told of; one that is the cause of others stands for them, and what tells of an anomaly is one already. */
  private async findAlerts(
    scope: Scope,
    { from, to, filter }: { from: Date; to: Date; filter: ReachFilter | null },
  ): Promise<Annotation[]> {
    const severities = ["critical", "warning"] as const;
    const asked = {
      by: "newest",
      isGrouped: true,
      severities,
      from,
      to,
      within: filter ?? {},
      limit: PER_KIND,
    } as const;
    const { rows, facts } = await this.parts.incidents.list(scope, asked);
    return rows
      .filter(({ ruleId }) => facts.rules.get(ruleId)?.unit !== "score")
      .map(({ id, firedAt, resolvedAt, title, client, labels }) => ({
        ...{ kind: "INCIDENT" as const, at: firedAt, until: resolvedAt, title, id },
        ...{ client: client === "" ? null : client, workflow: labels["workflow"] ?? null },
      }));
  }

  private async findAnomalies(
    scope: Scope,
    { from, to, filter }: { from: Date; to: Date; filter: ReachFilter | null },
  ): Promise<Annotation[]> {
    const asked = { filter: { scope: filter, from, to, minSeverity: "HIGH" as const }, first: PER_KIND };
    const answer = await this.parts.anomalies.list(scope, asked);
    if ("refusal" in answer) return [];
    return answer.page.nodes.map(({ id, startedAt, endedAt, text, client, workflow }) => ({
      ...{ kind: "INCIDENT" as const, at: startedAt, until: endedAt, title: text, client, workflow, id },
    }));
  }
}

/** A correction for one client or workflow says nothing about the others. */
function touches({ client, workflow }: Annotation, filter: ReachFilter | null): boolean {
  const isOf = (id: string | null, asked: readonly string[] | null | undefined): boolean =>
    id === null || asked == null || asked.includes(id);
  return isOf(client, filter?.clients) && isOf(workflow, filter?.workflows);
}
