import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { RegistryService } from "../../registry/registry.service.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { readPlace } from "../incidents/read-place.js";
import { isIncidentVisible } from "../incidents/is-incident-visible.js";
import type { AlertProblem as Refusal } from "../alert-problem.js";
import { AlertRulesService, type RuleView } from "../rules/alert-rules.service.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import {
  AlertRule,
  AlertRuleResult,
  AlertRuleVersion,
  DeleteAlertRuleResult,
  type DeletedAlertRule,
} from "./alert-rule.type.js";
import { buildRule, buildRuleAnswer, type RuleAsker } from "./build-rule-answers.js";

const EDITORS: readonly Role[] = ["administrator"];
const CHANGE = "change alert rules";
const TEXT = { type: () => String, description: "The rule as YAML or JSON." };

/** AlertRulesResolver answers the rules there are, and keeps what people make of them. */
@Resolver()
export class AlertRulesResolver {
  constructor(
    @Inject(AlertRulesService) private readonly service: AlertRulesService,
    @Inject(RegistryService) private readonly registry: RegistryService,
  ) {}

  @Query(() => [AlertRule], { description: "Rules that can touch what the caller sees, by id." })
  async alertRules(@CurrentScope() scope: Scope): Promise<AlertRule[]> {
    const rules = await this.service.list(scope);
    const asker = await this.open(
      scope,
      rules.map(({ changedBy }) => changedBy),
    );
    return rules.map((rule) => buildRule(rule, asker));
  }

  @Query(() => AlertRule, { nullable: true, description: "One of them." })
  async alertRule(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string): Promise<AlertRule | null> {
    const found = (await this.service.list(scope)).find((rule) => rule.id === id);
    return found === undefined ? null : buildRule(found, await this.open(scope, [found.changedBy]));
  }

  @Query(() => [AlertRuleVersion], { description: "What a rule said before, newest first." })
  async alertRuleVersions(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<AlertRuleVersion[]> {
    const versions = await this.service.listVersions(scope, id);
    const names = await this.service.listNames(
      scope,
      versions.map(({ createdBy }) => createdBy),
    );
    return versions.map(({ definition, ...version }) => ({
      ...version,
      createdByName: names.get(version.createdBy) ?? null,
      definition: JSON.stringify(definition),
    }));
  }

  @Mutation(() => AlertRuleResult, { description: "Adds a version to a rule; administrators only." })
  async saveAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
    @Args("expectedVersion", { type: () => Int, description: "The newest the asker knows; 0 for a new rule." })
    expectedVersion: number,
  ): Promise<AlertRule | AlertProblem> {
    demandRole(scope, EDITORS, CHANGE);
    return this.answer(scope, await this.service.save(scope, text, expectedVersion));
  }

  @Mutation(() => AlertRuleResult, { description: "Pauses a rule, which resolves what fires, or lets it go on." })
  async pauseAlertRule(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("isPaused", { type: () => Boolean }) isPaused: boolean,
  ): Promise<AlertRule | AlertProblem> {
    demandRole(scope, EDITORS, CHANGE);
    return this.answer(scope, await this.service.setPaused(scope, id, isPaused));
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

  private async answer(scope: Scope, answer: RuleView | Refusal): Promise<AlertRule | AlertProblem> {
    return buildRuleAnswer(answer, await this.open(scope, "code" in answer ? [] : [answer.changedBy]));
  }

  private async open(scope: Scope, people: readonly string[]): Promise<RuleAsker> {
    const registry = await this.registry.findVisible(scope);
    return {
      now: this.service.now(),
      names: await this.service.listNames(scope, people),
      mayEdit: EDITORS.includes(scope.role),
      isVisible: ({ labels }) => isIncidentVisible(readPlace(labels), scope, registry),
    };
  }
}
