import { Inject } from "@nestjs/common";
import { Args, Query, Resolver, Subscription } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { streamBackTest } from "../back-test/stream-back-test.js";
import { AlertRulesService } from "../rules/alert-rules.service.js";
import { checkRuleText } from "../rules/check-rule-text.js";
import { renderPreviewSummary } from "../rules/render-preview-summary.js";
import type { AlertProblem } from "./alert-problem.type.js";
import { buildBackTest, buildChecked, buildPreview, buildProgress } from "./build-trial-answers.js";
import {
  AlertRuleBackTestResult,
  AlertRulePreviewResult,
  BackTestProgress,
  CheckedAlertRule,
  type AlertRuleBackTest,
  type AlertRulePreview,
} from "./rule-trial.type.js";

const TRIERS: readonly Role[] = ["administrator", "analyst", "operations"];
const TRY = "try alert rules";
const TEXT = { type: () => String, description: "The rule as YAML or JSON." };
const INSTANT = { type: () => DateTimeScalar, nullable: true };

/** RuleTrialsResolver checks and tries rules that need not be saved, within the scope of the caller. Nothing is stored. */
@Resolver()
export class RuleTrialsResolver {
  constructor(@Inject(AlertRulesService) private readonly service: AlertRulesService) {}

  @Query(() => CheckedAlertRule, { description: "What the text of a rule says, and what is wrong in it." })
  checkAlertRule(@CurrentScope() scope: Scope, @Args("text", TEXT) text: string): CheckedAlertRule {
    demandRole(scope, TRIERS, TRY);
    return buildChecked(checkRuleText(text));
  }

  @Query(() => AlertRulePreviewResult, {
    description: "What a rule says now, within the scope of the caller. Nothing is stored.",
  })
  async previewAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
  ): Promise<AlertRulePreview | AlertProblem> {
    demandRole(scope, TRIERS, TRY);
    return buildPreview(await this.service.preview(scope, text), renderPreviewSummary(text));
  }

  @Query(() => AlertRuleBackTestResult, {
    description:
      "When a rule would have fired in at most 92 days, the last 30 unless told, by the functions that evaluate it live.",
  })
  async backTestAlertRule(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
    @Args("from", INSTANT) from?: Date | null,
    @Args("to", INSTANT) to?: Date | null,
  ): Promise<AlertRuleBackTest | AlertProblem> {
    demandRole(scope, TRIERS, TRY);
    return buildBackTest(await this.service.backTest(scope, text, { from: from ?? null, to: to ?? null }));
  }

  @Subscription(() => BackTestProgress, {
    description: "The same with its progress; whoever stops listening ends it.",
    resolve: buildProgress,
  })
  alertRuleBackTest(
    @CurrentScope() scope: Scope,
    @Args("text", TEXT) text: string,
    @Args("from", INSTANT) from?: Date | null,
    @Args("to", INSTANT) to?: Date | null,
  ): AsyncIterableIterator<unknown> {
    demandRole(scope, TRIERS, TRY);
    const range = { from: from ?? null, to: to ?? null };
    return streamBackTest((watch) => this.service.backTest(scope, text, { ...range, watch }));
  }
}
