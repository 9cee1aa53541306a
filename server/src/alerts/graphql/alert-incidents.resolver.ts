import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import type { AlertProblem as Refusal } from "../alert-problem.js";
import { IncidentViews } from "../incidents/incident-views.service.js";
import { IncidentsService, type IncidentDetail } from "../incidents/incidents.service.js";
import { AlertIncidentConnection, AlertIncidentDetail, AlertIncidentResult } from "./alert-incident.type.js";
import { AlertEnums } from "./alert-enums.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import { AlertPerson } from "./alert-person.type.js";
import { buildPage, buildStory, readIncidentQuestion } from "./build-incident-answers.js";
import { IncidentFilterInput } from "./incident-filter.input.js";
import { IncidentStanding } from "./incident-standing.type.js";

const ACTORS: readonly Role[] = ["administrator", "operations", "store_manager"];
const CLOSERS: readonly Role[] = ["administrator", "operations"];
const DEED = "act on incidents";
const MAX_FIRST = 200;
const NOTE = { type: () => String, defaultValue: "" };
const INCIDENT = { type: () => ID };

/** AlertIncidentsResolver answers incidents, and does what people do about them. */
@Resolver()
export class AlertIncidentsResolver {
  constructor(
    @Inject(IncidentsService) private readonly service: IncidentsService,
    @Inject(IncidentViews) private readonly views: IncidentViews,
  ) {}

  @Query(() => AlertIncidentConnection, { description: "Incidents all of which the caller may see." })
  async alertIncidents(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => IncidentFilterInput, nullable: true }) filter?: IncidentFilterInput | null,
    @Args("first", { type: () => Int, defaultValue: 50, description: "1 to 200." }) first = 50,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
    @Args("orderBy", { type: () => AlertEnums.IncidentOrder, defaultValue: "NEWEST" }) orderBy = "NEWEST",
  ): Promise<AlertIncidentConnection> {
    const count = Math.max(1, Math.min(first, MAX_FIRST));
    const by = orderBy === "WORST" ? "worst" : "newest";
    const question = readIncidentQuestion(filter, { first: count, after: after ?? null, by });
    return buildPage(await this.views.list(scope, question), count);
  }

  @Query(() => IncidentStanding, { description: "How many incidents are not over within what the caller may see." })
  incidentStanding(
    @CurrentScope() scope: Scope,
    @Args("scope", { type: () => ScopeFilterInput, nullable: true }) within?: ScopeFilterInput | null,
  ): Promise<IncidentStanding> {
    return this.views.stand(scope, within ?? {});
  }

  @Query(() => [AlertPerson], {
    description: "To whom an incident can be given: whoever may act on it and sees all of it. Empty for others.",
  })
  async incidentAssignees(@CurrentScope() scope: Scope, @Args("id", INCIDENT) id: string): Promise<AlertPerson[]> {
    if (!ACTORS.includes(scope.role)) return [];
    const found = await this.service.find(scope, id);
    return found === undefined ? [] : this.views.listAssignees(scope, found.incident, ACTORS);
  }

  @Query(() => AlertIncidentDetail, { nullable: true, description: "One incident with its timeline and evidence." })
  async alertIncident(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
  ): Promise<AlertIncidentDetail | null> {
    const found = await this.service.find(scope, id);
    return found === undefined ? null : buildStory(await this.views.tell(scope, found));
  }

  @Mutation(() => AlertIncidentResult, { description: "Takes an incident: repeats and escalation stop until then." })
  async acknowledgeIncident(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
    @Args("note", NOTE) note: string,
    @Args("until", { type: () => DateTimeScalar, nullable: true, description: "Of a critical one 4 h unless told." })
    until?: Date | null,
  ): Promise<AlertIncidentDetail | AlertProblem> {
    demandRole(scope, ACTORS, DEED);
    return this.answer(scope, await this.service.acknowledge(scope, id, { note, until: until ?? null }));
  }

  @Mutation(() => AlertIncidentResult, { description: "Opens an acknowledged incident again." })
  async withdrawAcknowledgement(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
    @Args("note", NOTE) note: string,
  ): Promise<AlertIncidentDetail | AlertProblem> {
    demandRole(scope, ACTORS, DEED);
    return this.answer(scope, await this.service.withdraw(scope, id, note));
  }

  @Mutation(() => AlertIncidentResult, {
    description: "Closes an incident; while it fires still it stays closed until it recovers.",
  })
  async resolveIncident(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
    @Args("note", NOTE) note: string,
  ): Promise<AlertIncidentDetail | AlertProblem> {
    demandRole(scope, CLOSERS, "close incidents");
    return this.answer(scope, await this.service.resolve(scope, id, note));
  }

  @Mutation(() => AlertIncidentResult, { description: "Gives an incident to a person of the workspace, or to nobody." })
  async assignIncident(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
    @Args("owner", { type: () => ID, nullable: true }) owner?: string | null,
  ): Promise<AlertIncidentDetail | AlertProblem> {
    demandRole(scope, ACTORS, DEED);
    return this.answer(scope, await this.service.assign(scope, id, owner ?? null));
  }

  @Mutation(() => AlertIncidentResult, { description: "Writes into the timeline of an incident." })
  async noteIncident(
    @CurrentScope() scope: Scope,
    @Args("id", INCIDENT) id: string,
    @Args("note", { type: () => String }) note: string,
  ): Promise<AlertIncidentDetail | AlertProblem> {
    demandRole(scope, ACTORS, DEED);
    return this.answer(scope, await this.service.addNote(scope, id, note));
  }

  private async answer(scope: Scope, answer: IncidentDetail | Refusal): Promise<AlertIncidentDetail | AlertProblem> {
    return "code" in answer ? buildProblem(answer) : buildStory(await this.views.tell(scope, answer));
  }
}
