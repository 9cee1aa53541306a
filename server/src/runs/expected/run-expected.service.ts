import { expectationRuleSchema } from "@watchfloor/dashboards";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import type { RunView } from "../run-view.js";
import type { RunTraceService } from "../trace/run-trace.service.js";
import { compareSteps, isConforming } from "./compare-steps.js";
import type { ExpectationRuleRepository } from "./expectation-rule.repository.js";
import { renderExpectedRule } from "./render-expected-rule.js";
import type { ExpectedRule, RunExpected } from "./run-expected.js";

/** RunExpectedService answers what should have happened in a run that the caller may see. */
export class RunExpectedService {
  constructor(
    private readonly parts: { rules: ExpectationRuleRepository; registry: RegistryService; trace: RunTraceService },
  ) {}

  /** findExpected returns what rule and declared steps say of a run, beside what it did. */
  async findExpected(scope: Scope, run: RunView): Promise<RunExpected> {
    const { workflows } = await this.parts.registry.findVisible(scope);
    const declared = workflows.find(({ client, id }) => client === run.client && id === run.workflow)?.steps ?? [];
    const rule = await this.findRule(scope, run);
    if (declared.length === 0) return { rule, steps: null, isConforming: null };
    const done = await this.parts.trace.findSteps(scope, run);
    const steps = compareSteps(declared, done, run.finishedAt === null);
    return { rule, steps, isConforming: isConforming(steps) };
  }

  /** A rule opens runs of the workflow named like it; one that reads no more, or is of other clients, opened none. */
  private async findRule(scope: Scope, run: RunView): Promise<ExpectedRule | null> {
    const at = run.startedAt ?? run.finishedAt ?? run.dueAt;
    if (at === null) return null;
    const row = await this.parts.rules.findInForce(scope.tenant, run.workflow, at);
    const read = row === undefined ? undefined : expectationRuleSchema.safeParse(row.definition);
    if (row === undefined || read?.success !== true || !read.data.isEnabled) return null;
    const { clients } = read.data;
    return clients !== undefined && !clients.includes(run.client) ? null : renderExpectedRule(read.data, row.version);
  }
}
