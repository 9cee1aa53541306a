import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { RegistryService } from "../../registry/registry.service.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { readPlace } from "../incidents/read-place.js";
import { isIncidentVisible } from "../incidents/is-incident-visible.js";
import { AlertRulesService } from "../rules/alert-rules.service.js";
import { renderPreviewSummary } from "../rules/render-preview-summary.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import {
  AlertRule,
  AlertRuleResult,
  AlertRuleVersion,
  DeleteAlertRuleResult,
  type DeletedAlertRule,
} from "./alert-rule.type.js";
import { buildBackTest, buildPreview, buildRule, buildRuleAnswer, type RuleAsker } from "./build-rule-answers.js";
import {
  AlertRuleBackTestResult,
  AlertRulePreviewResult,
  type AlertRuleBackTest,
  type AlertRulePreview,
} from "./rule-trial.type.js";

const EDITORS: readonly Role[] = ["administrator"];
const TRIERS: readonly Role[] = ["administrator", "analyst", "operations"];
const CHANGE = "change alert rules";
const TEXT = { type: () => String, description: "The rule as YAML or JSON." };

/** AlertRulesResolver answers the rules there are, and keeps and tries what people make of them. */
@Resolver()
export class AlertRulesResolver {
  constructor(
    @Inject(AlertRulesService) private readonly service: AlertRulesService,
    @Inject(RegistryService) private readonly registry: RegistryService,
  ) {}

  @Query(() => [AlertRule], { description: "Rules that can touch what the caller sees, by id." })
  async alertRules(@CurrentScope() scope: Scope): Promise<AlertRule[]> {
    const asker = await this.open(scope);
    return (await this.service.list(scope)).map((rule) => buildRule(rule, asker));
  }

  @Query(() => [AlertRuleVersion], { description: "What a rule said before, newest first." })
  async alertRuleVersions(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<AlertRuleVersion[]> {
    const versions = await this.service.listVersions(scope, id);
    return versions.map(({ definition, ...version }) => ({ ...version, definition: JSON.stringify(definition) }));
  }

  @Query(() => AlertRulePreviewResult, {
    description: "What a rule says now, within the scope of the caller. Nothing is stored.",
  })
  async previewAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
  ): Promise<AlertRulePreview | AlertProblem> {
    demandRole(scope, TRIERS, "try alert rules");
    return buildPreview(await this.service.preview(scope, text), renderPreviewSummary(text));
  }

  @Query(() => AlertRuleBackTestResult, {
    description:
      "When a rule would have fired in at most 31 days, the last 30 unless told, by the functions that evaluate it live.",
  })
  async backTestAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
    @Args("from", { type: () => DateTimeScalar, nullable: true }) from?: Date | null,
    @Args("to", { type: () => DateTimeScalar, nullable: true }) to?: Date | null,
  ): Promise<AlertRuleBackTest | AlertProblem> {
    demandRole(scope, TRIERS, "try alert rules");
    return buildBackTest(await this.service.backTest(scope, text, { from: from ?? null, to: to ?? null }));
  }

  @Mutation(() => AlertRuleResult, { description: "Adds a version to a rule; administrators only." })
  async saveAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
    @Args("expectedVersion", { type: () => Int, description: "The newest the asker knows; 0 for a new rule." })
    expectedVersion: number,
  ): Promise<AlertRule | AlertProblem> {
    demandRole(scope, EDITORS, CHANGE);
    return buildRuleAnswer(await this.service.save(scope, text, expectedVersion), await this.open(scope));
  }

  @Mutation(() => AlertRuleResult, { description: "Pauses a rule, which resolves what fires, or lets it go on." })
  async pauseAlertRule(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("isPaused", { type: () => Boolean }) isPaused: boolean,
  ): Promise<AlertRule | AlertProblem> {
    demandRole(scope, EDITORS, CHANGE);
    return buildRuleAnswer(await this.service.setPaused(scope, id, isPaused), await this.open(scope));
  }

  @Mutation(() => DeleteAlertRuleResult, { description: "Takes a rule out of force; its history stays." })
  async deleteAlertRule(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<DeletedAlertRule | AlertProblem> {
    demandRole(scope, EDITORS, CHANGE);
    const deleted = await this.service.delete(scope, id);
    return typeof deleted === "string" ? { id: deleted } : buildProblem(deleted);
  }

  private async open(scope: Scope): Promise<RuleAsker> {
    const registry = await this.registry.findVisible(scope);
    return {
      now: this.service.now(),
      mayEdit: EDITORS.includes(scope.role),
      isVisible: ({ labels }) => isIncidentVisible(readPlace(labels), scope, registry),
    };
  }
}
