import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { z } from "zod";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { IncidentPeopleRepository } from "../incidents/incident-people.repository.js";
import type { MessageTemplateRow } from "../templates/message-template.repository.js";
import { MessageTemplatesService } from "../templates/message-templates.service.js";
import { TEMPLATE_VARIABLES } from "../templates/render/template-variables.js";
import { STARTING_TEXTS } from "../templates/starting-texts.js";
import { TEMPLATE_MEDIA, type TemplateMedium } from "../templates/template-medium.js";
import {
  AlertTemplateDraftInput,
  AlertTemplateStart,
  AlertTemplateVariable,
  TemplatePreviewResult,
} from "./alert-template-preview.type.js";
import { AlertTemplate, AlertTemplateInput, TemplateResult, TemplateUseResult } from "./alert-template.type.js";
import { buildTemplate, buildTemplatePreview, buildTemplateProblem } from "./build-template-answers.js";
import { DoneResult } from "./notification-answers.type.js";
import { TemplateEnums } from "./template-enums.js";

const ROLES: readonly Role[] = ["administrator"];
const DEED = "word the messages of alerts";

/** TemplatesResolver keeps how the tenant words its messages. */
@Resolver()
export class TemplatesResolver {
  constructor(
    @Inject(MessageTemplatesService) private readonly templates: MessageTemplatesService,
    @Inject(IncidentPeopleRepository) private readonly people: IncidentPeopleRepository,
  ) {}

  @Query(() => [AlertTemplate], { description: "How messages are worded, by name." })
  async alertTemplates(@CurrentScope() scope: Scope): Promise<AlertTemplate[]> {
    return this.show(scope, await this.templates.list(scope));
  }

  @Query(() => [AlertTemplateVariable], { description: "Everything a template can write." })
  alertTemplateVariables(@CurrentScope() _: Scope): AlertTemplateVariable[] {
    return TEMPLATE_VARIABLES.map((each) => ({
      ...each,
      ...{ of: each.of.toUpperCase(), kind: each.kind.toUpperCase() },
    }));
  }

  @Query(() => [AlertTemplateStart], { description: "For each medium what says the same as the built-in messages." })
  alertTemplateStarts(@CurrentScope() _: Scope): AlertTemplateStart[] {
    return TEMPLATE_MEDIA.map((medium) => ({ medium: medium.toUpperCase(), ...STARTING_TEXTS[medium] }));
  }

  @Query(() => TemplatePreviewResult, { description: "What a template makes of every case, saved or not." })
  async alertTemplatePreview(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertTemplateDraftInput }) input: AlertTemplateDraftInput,
  ) {
    const { incident = null, ...draft } = input;
    const checked = await this.templates.preview(scope, { ...draft, medium: readMedium(draft.medium), incident });
    return "code" in checked ? checked : buildTemplatePreview(checked);
  }

  @Mutation(() => TemplateResult, { description: "Saves a template that every case of every channel can take." })
  async saveAlertTemplate(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertTemplateInput }) input: AlertTemplateInput,
  ) {
    demandRole(scope, ROLES, DEED);
    const { id = null, medium, ...wish } = input;
    const saved = await this.templates.save(scope, { ...wish, id, medium: readMedium(medium) });
    return "code" in saved ? buildTemplateProblem(saved) : (await this.show(scope, [saved]))[0];
  }

  @Mutation(() => DoneResult, { description: "Takes a template away; where it was in use the built-in text is." })
  async deleteAlertTemplate(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("expectedVersion", { type: () => Int }) expectedVersion: number,
  ) {
    demandRole(scope, ROLES, DEED);
    const deleted = await this.templates.delete(scope, id, expectedVersion);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }

  @Mutation(() => TemplateUseResult, { description: "Takes a template into use for its medium." })
  async useAlertTemplate(
    @CurrentScope() scope: Scope,
    @Args("medium", { type: () => TemplateEnums.Medium }) medium: string,
    @Args("id", { type: () => ID, nullable: true, description: "null = the built-in text." }) id?: string | null,
  ) {
    demandRole(scope, ROLES, DEED);
    const used = await this.templates.use(scope, readMedium(medium), id ?? null);
    return used === null || typeof used === "string" ? { medium, template: used } : buildTemplateProblem(used);
  }

  private async show({ tenant }: Scope, rows: readonly MessageTemplateRow[]): Promise<AlertTemplate[]> {
    const people = await this.people.findNames(
      tenant,
      rows.map(({ savedBy }) => savedBy),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => buildTemplate(row, names));
  }
}

function readMedium(word: string): TemplateMedium {
  return z.enum(TEMPLATE_MEDIA).parse(word.toLowerCase());
}
