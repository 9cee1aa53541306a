import type { RegistryService } from "../registry/registry.service.js";
import { keepClients } from "../scope/keep-clients.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { checkProcessQuestion, type ProcessRefusal } from "./check-process-question.js";
import { chooseDeclaredSteps } from "./choose-declared-steps.js";
import type { ProcessRepository } from "./process.repository.js";
import type { ProcessRequest } from "./process-question.js";
import type { ConformanceSteps } from "./report/build-conformance-columns.js";
import { buildConformanceSteps } from "./report/build-conformance-steps.js";
import type { CasesQuestion } from "./report/cases-question.js";
import { compileEdges, compileSteps } from "./report/compile-moves.js";
import { compileCaseCount, compileVariants } from "./report/compile-variants.js";
import type { EdgeRow } from "./report/edge-row.js";
import type { StepRow } from "./report/step-row.js";
import type { VariantRow } from "./report/variant-row.js";
import { shapeEdges, shapeSteps } from "./report/shape-moves.js";
import { shapeVariantOverview } from "./report/shape-variant-overview.js";
import type { Edge, StepFigures, VariantOverview } from "./report/variant-report.js";

/** ReportWants leaves out what nobody reads: each part asks the engine once. */
export interface ReportWants {
  readonly edges: boolean;
  readonly steps: boolean;
}

/** ProcessReport is what the runs of a workflow did; parts that were not wanted are empty. */
export interface ProcessReport extends VariantOverview {
  readonly edges: readonly Edge[];
  readonly edgeCount: number;
  readonly stepFigures: readonly StepFigures[];
  readonly stepFigureCount: number;
}

/** ProcessesService answers how the runs of a workflow went. */
export class ProcessesService {
  constructor(private readonly parts: { repository: ProcessRepository; registry: RegistryService; now: () => Date }) {}

  /** report answers within a scope, or says what is wrong with the request. Rejects with a `ClickHouseFailure`. */
  async report(
    scope: Scope,
    request: ProcessRequest,
    wants: ReportWants,
  ): Promise<{ readonly report: ProcessReport } | { readonly refusal: ProcessRefusal }> {
    const checked = checkProcessQuestion(request, this.parts.now());
    if ("refusal" in checked) return checked;
    const { question } = checked;
    const { repository, registry } = this.parts;
    const reach = await resolveReach(registry, scope, question.filter);
    const visible = await registry.findVisible(scope);
    const choice = chooseDeclaredSteps(visible, question.workflow, question.filter.clients);
    const cases: CasesQuestion = {
      ...question,
      declared: (choice.steps ?? []).map(({ step }) => step),
      hasTraces: await repository.hasTraces(keepClients(reach)),
      ...{ hasIds: false, hasTimes: false },
      sides: [{ name: "a", reach, peer: "", without: [] }],
    };
    const { variants, edges, steps, runCount } = await this.ask(cases, {
      ...wants,
      limit: question.limit,
      conformance: buildConformanceSteps(choice.steps),
    });
    const total = variants.find((row) => row.is_total === 1);
    const overview = shapeVariantOverview(variants, { runCount, choice, asOf: question.asOf });
    return {
      report: {
        ...overview,
        edges: shapeEdges(edges),
        edgeCount: edges[0]?.row_count ?? 0,
        stepFigures: shapeSteps(steps, total?.elapsed ?? 0),
        stepFigureCount: steps[0]?.row_count ?? 0,
      },
    };
  }

  /** Ids of steps are read only when the first answer found steps that nothing else orders. */
  private async ask(
    cases: CasesQuestion,
    wants: ReportWants & { limit: number; conformance: ConformanceSteps | undefined },
  ): Promise<Answers> {
    const { repository } = this.parts;
    const [variants, edges, steps, [counted]] = await Promise.all([
      repository.run<VariantRow>(compileVariants(cases, wants)),
      wants.edges ? repository.run<EdgeRow>(compileEdges(cases)) : [],
      wants.steps ? repository.run<StepRow>(compileSteps({ ...cases, hasTimes: true })) : [],
      repository.run<{ runs: number }>(compileCaseCount(cases)),
    ]);
    if (!cases.hasIds && variants.some((row) => row.tied_cases > 0)) return this.ask({ ...cases, hasIds: true }, wants);
    return { variants, edges, steps, runCount: counted?.runs ?? 0 };
  }
}

interface Answers {
  readonly variants: readonly VariantRow[];
  readonly edges: readonly EdgeRow[];
  readonly steps: readonly StepRow[];
  readonly runCount: number;
}
