import { Inject } from "@nestjs/common";
import { Args, Int, Parent, ResolveField, Resolver } from "@nestjs/graphql";
import { Exception } from "../../exceptions/exception.type.js";
import type { ExceptionView } from "../../exceptions/exception-view.js";
import { ExceptionsService } from "../../exceptions/exceptions.service.js";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { RunTraceService, type EventPage } from "../trace/run-trace.service.js";
import type { RunLink as RunLinkView } from "../trace/run-link.js";
import { RunLinkService } from "../trace/run-link.service.js";
import type { StepView } from "../trace/step-view.js";
import type { RunView } from "../run-view.js";
import type { RunExpected as RunExpectedView } from "../expected/run-expected.js";
import { RunExpectedService } from "../expected/run-expected.service.js";
import type { RelatedRun as RelatedRunView } from "../related-run.js";
import { RunsService } from "../runs.service.js";
import { checkFirst } from "./check-first.js";
import { EventConnection } from "./event.type.js";
import { RelatedRun } from "./related-run.type.js";
import { RunExpected } from "./run-expected.type.js";
import { RunLink } from "./run-link.type.js";
import { Run } from "./run.type.js";
import { Step } from "./step.type.js";

/** RunTraceResolver answers what happened inside a run, only when it is asked. */
@Resolver(() => Run)
export class RunTraceResolver {
  constructor(
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(RunTraceService) private readonly trace: RunTraceService,
    @Inject(RunLinkService) private readonly linkService: RunLinkService,
    @Inject(ExceptionsService) private readonly exceptionsService: ExceptionsService,
    @Inject(RunExpectedService) private readonly expectedService: RunExpectedService,
  ) {}

  @ResolveField(() => [Step])
  steps(@CurrentScope() scope: Scope, @Parent() run: RunView): Promise<StepView[]> {
    return this.trace.findSteps(scope, run);
  }

  @ResolveField(() => EventConnection, { description: "The events the run was made from, as received, oldest first." })
  events(
    @CurrentScope() scope: Scope,
    @Parent() run: RunView,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<EventPage> {
    return this.trace.findEvents(scope, run, { first: checkFirst(first ?? 50), after: after ?? undefined });
  }

  @ResolveField(() => [Exception])
  exceptions(@CurrentScope() scope: Scope, @Parent() run: RunView): Promise<ExceptionView[]> {
    return this.exceptionsService.findOfRun(scope, run);
  }

  @ResolveField(() => [RunLink], { description: "Spans of other traces that the run or one of its steps points at." })
  links(@CurrentScope() scope: Scope, @Parent() run: RunView): Promise<RunLinkView[]> {
    return this.linkService.findLinks(scope, run);
  }

  @ResolveField(() => [Run], { description: "Other runs of the same id, correlation, entity or change." })
  async related(
    @CurrentScope() scope: Scope,
    @Parent() run: RunView,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 20 unless told." }) first?: number | null,
  ): Promise<RunView[]> {
    return (await this.runs.findRelated(scope, run, checkFirst(first ?? 20))).map((related) => related.run);
  }

  @ResolveField(() => [RelatedRun], { description: "The same, each with what ties it to this run." })
  relatedRuns(
    @CurrentScope() scope: Scope,
    @Parent() run: RunView,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 20 unless told." }) first?: number | null,
  ): Promise<RelatedRunView[]> {
    return this.runs.findRelated(scope, run, checkFirst(first ?? 20));
  }

  @ResolveField(() => RunExpected, { description: "What should have happened, beside what did." })
  expected(@CurrentScope() scope: Scope, @Parent() run: RunView): Promise<RunExpectedView> {
    return this.expectedService.findExpected(scope, run);
  }
}
