import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { DashboardsService } from "../dashboards.service.js";
import { EDITORS } from "../may-change-dashboard.js";
import { readDashboard } from "../read-dashboard.js";
import {
  buildDashboardAnswer,
  buildDashboardDefinition,
  buildDashboardProblem,
  buildSummary,
} from "./build-dashboard.js";
import {
  CheckedDashboard,
  DashboardResult,
  DashboardSummary,
  ExportDashboardResult,
  RemoveDashboardResult,
  type Dashboard,
  type DashboardProblem,
  type ExportedDashboard,
  type RemovedDashboard,
} from "./dashboard.type.js";
import { SaveDashboardInput } from "./save-dashboard.input.js";

const DEED = "make or change dashboards";

/** DashboardsResolver answers the dashboards there are, and keeps what people make of them. */
@Resolver()
export class DashboardsResolver {
  constructor(@Inject(DashboardsService) private readonly service: DashboardsService) {}

  @Query(() => [DashboardSummary], { description: "Dashboards the caller may open, by title." })
  async dashboards(@CurrentScope() scope: Scope): Promise<DashboardSummary[]> {
    return (await this.service.list(scope)).map(buildSummary);
  }

  @Query(() => DashboardResult, { description: "One dashboard: what it shows, and the text that says so." })
  async dashboard(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<Dashboard | DashboardProblem> {
    return buildDashboardAnswer(await this.service.find(scope, id));
  }

  @Query(() => CheckedDashboard, {
    description: "What is wrong in the text of a definition, by line, or what it would show. Nothing is stored.",
  })
  checkDashboard(@CurrentScope() _scope: Scope, @Args("text", { type: () => String }) text: string): CheckedDashboard {
    const read = readDashboard(text);
    if ("faults" in read) return { faults: [...read.faults], definition: null };
    return { faults: [], definition: buildDashboardDefinition(read.dashboard) };
  }

  @Query(() => ExportDashboardResult, { description: "A dashboard as a file, as it was written, comments included." })
  async exportDashboard(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<ExportedDashboard | DashboardProblem> {
    const found = await this.service.find(scope, id);
    return "code" in found
      ? buildDashboardProblem(found)
      : { fileName: `${id}.dashboard.yaml`, text: found.stored.text };
  }

  @Mutation(() => DashboardResult, {
    description: "Keeps a definition as a new version; one's own, or anybody's for administrators.",
  })
  async saveDashboard(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => SaveDashboardInput }) { text, expectedVersion }: SaveDashboardInput,
  ): Promise<Dashboard | DashboardProblem> {
    demandRole(scope, EDITORS, DEED);
    return buildDashboardAnswer(await this.service.save(scope, text, expectedVersion));
  }

  @Mutation(() => DashboardResult, { description: "Makes a dashboard of one's own of one that the caller may open." })
  async copyDashboard(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("title", { type: () => String }) title: string,
  ): Promise<Dashboard | DashboardProblem> {
    demandRole(scope, EDITORS, DEED);
    return buildDashboardAnswer(await this.service.copy(scope, id, title));
  }

  @Mutation(() => RemoveDashboardResult, {
    description: "Takes away what people saved; a dashboard that came as a file shows again.",
  })
  async deleteDashboard(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("expectedVersion", { type: () => Int }) expectedVersion: number,
  ): Promise<RemovedDashboard | DashboardProblem> {
    demandRole(scope, EDITORS, DEED);
    const removed = await this.service.remove(scope, id, expectedVersion);
    return "code" in removed ? buildDashboardProblem(removed) : { id: removed.id, hasSeed: removed.hasSeed };
  }
}
