import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { ReportsService } from "../reports.service.js";
import { buildReport, buildReportAnswer, buildRestatement } from "./build-report-answers.js";
import { ReportRestatementResult, ReportResult } from "./report-answers.type.js";
import { Report } from "./report.type.js";
import { RequestReportInput } from "./request-report.input.js";

const MAX_FIRST = 100;

/** ReportsResolver asks for reports and shows them; what was made is downloaded under the `path` of its files. */
@Resolver()
export class ReportsResolver {
  constructor(@Inject(ReportsService) private readonly service: ReportsService) {}

  @Query(() => [Report], {
    description: "Reports that the caller may read, newest first; 50 unless told, 100 at most.",
  })
  async reports(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID, nullable: true }) client?: string | null,
    @Args("first", { type: () => Int, nullable: true }) first?: number | null,
  ): Promise<Report[]> {
    const wanted = Math.min(Math.max(first ?? 50, 1), MAX_FIRST);
    return (await this.service.list(scope, { client: client ?? null, first: wanted })).map(buildReport);
  }

  @Query(() => ReportResult, { description: "One report." })
  async report(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    return buildReportAnswer(await this.service.find(scope, id));
  }

  @Query(() => ReportRestatementResult, {
    description:
      "Which figures of a report would be others now, because of late events, corrections or changed promises.",
  })
  async reportRestatement(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    return buildRestatement(await this.service.restate(scope, id));
  }

  @Mutation(() => ReportResult, {
    description:
      "Asks for a report of a client and period; it is made within minutes, within what the caller sees of the client.",
  })
  async requestReport(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => RequestReportInput }) input: RequestReportInput,
  ) {
    return buildReportAnswer(await this.service.request(scope, input));
  }

  @Mutation(() => ReportResult, { description: "Ends a report that waits or runs." })
  async cancelReport(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    return buildReportAnswer(await this.service.cancel(scope, id));
  }
}
