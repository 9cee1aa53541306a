import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import type { NotificationProblem } from "../notification-problem.js";
import { SilencePreviewService } from "../silences/silence-preview.service.js";
import type { SilenceRow } from "../silences/silence.repository.js";
import { SilencesService } from "../silences/silences.service.js";
import { AlertLabelChoice, AlertSilence } from "./alert-silence.type.js";
import { buildSilence, buildSilencePreview } from "./build-notification-answers.js";
import { SilencePreviewResult, SilenceResult } from "./notification-answers.type.js";
import { AlertSilenceInput } from "./notification.input.js";
import { NOTIFYING_ROLES } from "./notifying-roles.js";

/** SilencesResolver mutes notifications for a while. */
@Resolver()
export class SilencesResolver {
  constructor(
    @Inject(SilencesService) private readonly silences: SilencesService,
    @Inject(SilencePreviewService) private readonly previews: SilencePreviewService,
    @Inject(PersonAddressRepository) private readonly people: PersonAddressRepository,
  ) {}

  @Query(() => [AlertSilence], {
    description: "Silences that go on, or ended in the last `sinceDays` (1 to 90, 7 unless told), newest first.",
  })
  async alertSilences(
    @CurrentScope() scope: Scope,
    @Args("sinceDays", { type: () => Int, nullable: true }) sinceDays?: number | null,
  ): Promise<AlertSilence[]> {
    return this.show(scope, await this.silences.list(scope, Math.min(Math.max(sinceDays ?? 7, 1), 90)));
  }

  @Query(() => SilencePreviewResult, { description: "What a silence would mute now, within what the caller may see." })
  async previewAlertSilence(
    @CurrentScope() scope: Scope,
    @Args("matchers", { type: () => [String] }) matchers: string[],
  ) {
    const preview = await this.previews.preview(scope, matchers);
    return "code" in preview ? preview : buildSilencePreview(preview);
  }

  @Query(() => [AlertLabelChoice], { description: "Labels of what fires or may soon, which matchers can name." })
  alertLabelChoices(@CurrentScope() scope: Scope): Promise<AlertLabelChoice[]> {
    return this.previews.listLabels(scope);
  }

  @Mutation(() => SilenceResult, { description: "Mutes what matches, within what the caller may see." })
  async createAlertSilence(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertSilenceInput }) input: AlertSilenceInput,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "mute alerts");
    const { startsAt = null, replaces = null, ...rest } = input;
    return this.answer(scope, await this.silences.create(scope, { ...rest, startsAt, replaces }));
  }

  @Mutation(() => SilenceResult, { description: "Ends a silence now." })
  async expireAlertSilence(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "mute alerts");
    return this.answer(scope, await this.silences.expire(scope, id));
  }

  private async answer(scope: Scope, changed: SilenceRow | NotificationProblem) {
    return "code" in changed ? changed : (await this.show(scope, [changed]))[0];
  }

  private async show(scope: Scope, rows: readonly SilenceRow[]): Promise<AlertSilence[]> {
    const [names, counts] = await Promise.all([
      this.people.listNames(scope.tenant),
      this.previews.countFiring(scope, rows),
    ]);
    return rows.map((row) => buildSilence(row, { names, counts }));
  }
}
