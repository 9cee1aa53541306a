import type { RegistryService } from "../../registry/registry.service.js";
import { keepClients } from "../../scope/keep-clients.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { checkProcessQuestion, type ProcessRefusal } from "../check-process-question.js";
import { chooseDeclaredSteps } from "../choose-declared-steps.js";
import type { ProcessRepository } from "../process.repository.js";
import type { ProcessQuestion, ProcessRequest } from "../process-question.js";
import type { CasesQuestion, CaseSide } from "../report/cases-question.js";
import { choosePeers, type Peers } from "./choose-peers.js";
import { compileComparedEdges, compileComparedSteps, compileComparedVariants } from "./compile-comparison.js";
import type { ComparedEdgeRow, ComparedStepRow, ComparedVariantRow } from "./compared-row.js";
import type { ProcessComparison } from "./process-comparison.js";
import { MIN_PEERS, shapeComparison, type ComparisonRows } from "./shape-comparison.js";

/** ComparisonWants leaves out what nobody reads. */
export interface ComparisonWants {
  readonly steps: boolean;
  readonly edges: boolean;
}

/** ComparisonService compares how a place works with how its peers do. */
export class ComparisonService {
  constructor(private readonly parts: { repository: ProcessRepository; registry: RegistryService; now: () => Date }) {}

  /** compare answers within a scope, peers only as far as it may know them; or says what is wrong with the request. */
  async compare(
    scope: Scope,
    request: ProcessRequest,
    wants: ComparisonWants,
  ): Promise<{ readonly comparison: ProcessComparison } | { readonly refusal: ProcessRefusal }> {
    const checked = checkProcessQuestion(request, this.parts.now());
    if ("refusal" in checked) return checked;
    const { question } = checked;
    const visible = await this.parts.registry.findVisible(scope);
    const chosen = choosePeers(scope, question.filter, visible);
    if ("refusal" in chosen) return chosen;
    const { dimension, isAggregateOnly, filter } = chosen.peers;
    const choice = chooseDeclaredSteps(visible, question.workflow, filter.clients);
    const sides = await this.resolveSides(scope, question, chosen.peers);
    const cases: CasesQuestion = {
      ...question,
      sides,
      declared: (choice.steps ?? []).map(({ step }) => step),
      hasTraces: await this.findTraces(sides),
      ...{ hasIds: false, hasTimes: false },
    };
    const minPeers = isAggregateOnly ? MIN_PEERS : 1;
    const options = { ...wants, minPeers, limit: question.limit, hasEmpty: choice.steps !== null };
    const rows = await this.ask(cases, options);
    return { comparison: shapeComparison(rows, { dimension, isAggregateOnly, asOf: question.asOf }) };
  }

  private async resolveSides(scope: Scope, question: ProcessQuestion, peers: Peers): Promise<CaseSide[]> {
    const { registry } = this.parts;
    const peer = ({ STORE: "store", CHANNEL: "channel", PARTNER: "partner" } as const)[peers.dimension];
    const own = await resolveReach(registry, scope, { ...question.filter, clients: peers.filter.clients ?? null });
    const others = await resolveReach(registry, peers.scope, peers.filter);
    return [
      { name: "a", reach: own, peer: "", without: [] },
      { name: "b", reach: others, peer, without: peers.own },
    ];
  }

  private async findTraces([side]: readonly CaseSide[]): Promise<boolean> {
    return side !== undefined && this.parts.repository.hasTraces(keepClients(side.reach));
  }

  private async ask(
    cases: CasesQuestion,
    options: ComparisonWants & { minPeers: number; limit: number; hasEmpty: boolean },
  ): Promise<ComparisonRows> {
    const { repository } = this.parts;
    const { minPeers } = options;
    const [variants, steps, edges] = await Promise.all([
      repository.run<ComparedVariantRow>(compileComparedVariants(cases, options)),
      options.steps
        ? repository.run<ComparedStepRow>(compileComparedSteps({ ...cases, hasTimes: true }, minPeers))
        : [],
      options.edges ? repository.run<ComparedEdgeRow>(compileComparedEdges(cases, minPeers)) : [],
    ]);
    if (!cases.hasIds && variants.some((row) => row.tied_cases > 0))
      return this.ask({ ...cases, hasIds: true }, options);
    return { variants, steps, edges };
  }
}
