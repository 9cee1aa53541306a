import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { PromiseQuestionsService } from "../promise-questions.service.js";
import { SlaService } from "../sla.service.js";
import { buildDue, buildPolicies, buildPolicyAnswer, readPlace } from "./build-sla-answers.js";
import { demandRole } from "./demand-role.js";
import { SlaBurn, SlaDue, SlaWhatIf, SlaWhatIfInput } from "./sla-answers.type.js";
import { SlaPlaceInput } from "./sla-place.input.js";
import { SlaPolicyInput } from "./sla-policy.input.js";
import { SlaPolicy, SlaPolicyResult } from "./sla-policy.type.js";
import type { SlaProblem } from "./sla-problem.type.js";

/** SlaPoliciesResolver answers what is promised and what would be with other limits; administrators change it. */
@Resolver()
export class SlaPoliciesResolver {
  constructor(
    @Inject(SlaService) private readonly service: SlaService,
    @Inject(PromiseQuestionsService) private readonly questions: PromiseQuestionsService,
  ) {}

  @Query(() => [SlaPolicy], { description: "Policies that can decide about runs the caller may see, by id." })
  async slaPolicies(@CurrentScope() scope: Scope): Promise<SlaPolicy[]> {
    return buildPolicies(await this.service.listPolicies(scope), this.service.now());
  }

  @Query(() => [SlaWhatIf], {
    description: "What attainment would have been with other limits, over real history; in the order asked.",
  })
  async slaWhatIf(
    @CurrentScope() scope: Scope,
    @Args("query", { type: () => SlaWhatIfInput }) query: SlaWhatIfInput,
    @Args("limits", { type: () => [Int], description: "Seconds; 1 to 20 of them." }) limits: number[],
  ): Promise<SlaWhatIf[]> {
    const answer = await this.questions.askWhatIf(scope, { ...query, limits });
    if (typeof answer === "string") throw new Problem("BAD_USER_INPUT", answer);
    return answer;
  }

  @Query(() => SlaDue, {
    nullable: true,
    description: "Until when a run would have to end that starts at an instant; null where no policy is in force.",
  })
  async slaDue(
    @CurrentScope() scope: Scope,
    @Args("place", { type: () => SlaPlaceInput }) place: SlaPlaceInput,
    @Args("startedAt", { type: () => DateTimeScalar }) startedAt: Date,
  ): Promise<SlaDue | null> {
    const promise = await this.questions.findDue(scope, readPlace(place), startedAt);
    return promise === undefined ? null : buildDue(promise);
  }

  @Query(() => [SlaBurn], { description: "How fast the policies in force use up their error budgets." })
  async slaBurn(@CurrentScope() scope: Scope): Promise<SlaBurn[]> {
    return (await this.questions.findBurn(scope)).map((burn) => ({ ...burn, tiers: [...burn.tiers] }));
  }

  @Mutation(() => SlaPolicyResult, { description: "Adds a version to a policy; administrators only." })
  async saveSlaPolicy(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => SlaPolicyInput }) input: SlaPolicyInput,
  ): Promise<SlaPolicy | SlaProblem> {
    demandRole(scope, ["administrator"], "change SLA policies");
    const { place, expectedVersion, ...terms } = input;
    const { calendar, tier, pauseReasons, effectiveFrom, effectiveUntil } = terms;
    const words = { calendar: calendar ?? "", tier: tier ?? "", pauseReasons: pauseReasons ?? null };
    const dates = { effectiveFrom: effectiveFrom ?? this.service.now(), effectiveUntil: effectiveUntil ?? null };
    const draft = { ...terms, ...words, ...dates, ...readPlace(place) };
    return buildPolicyAnswer(await this.service.savePolicy(scope, draft, expectedVersion), this.service.now());
  }

  @Mutation(() => SlaPolicyResult, { description: "Ends a policy, now unless told; what it decided stays decided." })
  async retireSlaPolicy(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("expectedVersion", { type: () => Int }) expectedVersion: number,
    @Args("at", { type: () => DateTimeScalar, nullable: true }) at?: Date | null,
  ): Promise<SlaPolicy | SlaProblem> {
    demandRole(scope, ["administrator"], "change SLA policies");
    const retired = { id, at: at ?? this.service.now(), expectedVersion };
    return buildPolicyAnswer(await this.service.retirePolicy(scope, retired), this.service.now());
  }
}
