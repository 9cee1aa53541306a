import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import { InhibitionPreviewService } from "../inhibitions/inhibition-preview.service.js";
import type { InhibitionRow } from "../inhibitions/inhibition.repository.js";
import { InhibitionsService, type InhibitionWish } from "../inhibitions/inhibitions.service.js";
import {
  AlertInhibition,
  AlertInhibitionInput,
  InhibitionPreviewResult,
  InhibitionResult,
} from "./alert-inhibition.type.js";
import { buildInhibition, buildShownAlerts } from "./build-mute-answers.js";
import { DoneResult } from "./notification-answers.type.js";

const ROLES: readonly Role[] = ["administrator", "operations"];
const SEEING_ROLES: readonly Role[] = [...ROLES, "auditor", "executive"];

/** InhibitionsResolver keeps which alerts mute which others. */
@Resolver()
export class InhibitionsResolver {
  constructor(
    @Inject(InhibitionsService) private readonly inhibitions: InhibitionsService,
    @Inject(InhibitionPreviewService) private readonly previews: InhibitionPreviewService,
    @Inject(PersonAddressRepository) private readonly people: PersonAddressRepository,
  ) {}

  @Query(() => [AlertInhibition], { description: "By title, those the caller sees all of." })
  async alertInhibitions(@CurrentScope() scope: Scope): Promise<AlertInhibition[]> {
    demandRole(scope, SEEING_ROLES, "see inhibitions");
    return this.show(scope, await this.inhibitions.list(scope));
  }

  @Query(() => InhibitionPreviewResult, {
    description: "What an inhibition would mute now, within what the caller may see; or why it would be refused.",
  })
  async previewAlertInhibition(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertInhibitionInput }) input: AlertInhibitionInput,
  ) {
    demandRole(scope, ROLES, "mute alerts by others");
    const preview = await this.previews.preview(scope, readWish(input));
    if ("code" in preview) return preview;
    const { sources, targets, muted, titles } = preview;
    const counts = { sourceCount: sources, targetCount: targets, mutedCount: muted.length };
    return { ...counts, muted: buildShownAlerts(muted, titles) };
  }

  @Mutation(() => InhibitionResult, {
    description: "Keeps one kind of alert from being told while another fires, within what the caller may see.",
  })
  async saveAlertInhibition(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertInhibitionInput }) input: AlertInhibitionInput,
  ) {
    demandRole(scope, ROLES, "mute alerts by others");
    const saved = await this.inhibitions.save(scope, readWish(input));
    return "code" in saved ? saved : (await this.show(scope, [saved]))[0];
  }

  @Mutation(() => DoneResult, { description: "Takes it away; what it muted and still fires is told." })
  async deleteAlertInhibition(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, ROLES, "mute alerts by others");
    const deleted = await this.inhibitions.delete(scope, id);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }

  private async show(scope: Scope, rows: readonly InhibitionRow[]): Promise<AlertInhibition[]> {
    const [names, counts] = await Promise.all([
      this.people.listNames(scope.tenant),
      this.previews.countMuted(scope, rows),
    ]);
    return rows.map((row) => buildInhibition(row, { names, counts }));
  }
}

function readWish({ id, equal, ...rest }: AlertInhibitionInput): InhibitionWish {
  return { ...rest, id: id ?? null, equal: equal ?? [] };
}
