import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import type { WebhookStyle } from "@watchfloor/sql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { WebhooksService } from "../webhooks.service.js";
import { buildRevokeAnswer, buildSecretAnswer } from "./build-webhook-answer.js";
import { demandAdministrator } from "./demand-administrator.js";
import { NewWebhookSourceInput } from "./new-webhook-source.input.js";
import {
  RevokeWebhookResult,
  WebhookSecretResult,
  type NewWebhookSecret,
  type RevokedWebhook,
  type WebhookProblem,
} from "./webhook-result.type.js";
import { WebhookSource } from "./webhook-source.type.js";

/** WebhooksResolver declares who sends signed webhooks; administrators only, the tenant is the caller's. */
@Resolver()
export class WebhooksResolver {
  constructor(@Inject(WebhooksService) private readonly service: WebhooksService) {}

  @Query(() => [WebhookSource], { description: "Declared senders of webhooks, by name; administrators only." })
  async webhookSources(@CurrentScope() scope: Scope): Promise<WebhookSource[]> {
    demandAdministrator(scope);
    return (await this.service.find(scope)).map((source) => ({ ...source, style: source.style.toUpperCase() }));
  }

  @Mutation(() => WebhookSecretResult, { description: "Declares a sender of webhooks with its first secret." })
  async createWebhookSource(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => NewWebhookSourceInput }) input: NewWebhookSourceInput,
  ): Promise<NewWebhookSecret | WebhookProblem> {
    demandAdministrator(scope);
    const style = input.style.toLowerCase() as WebhookStyle;
    const declared = { ...input, style, secret: input.secret ?? undefined };
    return buildSecretAnswer(await this.service.create(scope, declared), input);
  }

  @Mutation(() => WebhookSecretResult, { description: "Adds a secret; former ones stay valid until they are revoked." })
  async rotateWebhookSource(
    @CurrentScope() scope: Scope,
    @Args("source", { type: () => ID }) source: string,
    @Args("secret", { type: () => String, nullable: true }) secret?: string | null,
  ): Promise<NewWebhookSecret | WebhookProblem> {
    demandAdministrator(scope);
    return buildSecretAnswer(await this.service.rotate(scope, source, secret ?? undefined), { source, secret });
  }

  @Mutation(() => RevokeWebhookResult, { description: "Ends one secret of a sender, or the sender with all of them." })
  async revokeWebhookSource(
    @CurrentScope() scope: Scope,
    @Args("source", { type: () => ID }) source: string,
    @Args("secretId", { type: () => ID, nullable: true }) secretId?: string | null,
  ): Promise<RevokedWebhook | WebhookProblem> {
    demandAdministrator(scope);
    return buildRevokeAnswer(await this.service.revoke(scope, source, secretId ?? undefined), source);
  }
}
