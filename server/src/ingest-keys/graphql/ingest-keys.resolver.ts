import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { IngestKeysService, type IngestKeyAnswer } from "../ingest-keys.service.js";
import type { KeyManager } from "../key-manager.js";
import { CurrentKeyManager } from "./current-key-manager.js";
import { IngestKey } from "./ingest-key.type.js";
import { IngestKeyRevokedResult, IngestKeySecretResult } from "./ingest-key-result.type.js";
import { NewIngestKeyInput } from "./new-ingest-key.input.js";

/** IngestKeysResolver lets administrators manage the keys that send. */
@Resolver()
export class IngestKeysResolver {
  constructor(@Inject(IngestKeysService) private readonly service: IngestKeysService) {}

  @Query(() => [IngestKey], { description: "Ingest keys, active ones first; at most 1,000. Administrators only." })
  ingestKeys(@CurrentKeyManager() manager: KeyManager): Promise<readonly IngestKey[]> {
    return this.service.list(manager);
  }

  @Mutation(() => IngestKeySecretResult, { description: "Makes a key; its secret is shown this once." })
  async createIngestKey(
    @CurrentKeyManager() manager: KeyManager,
    @Args("input", { type: () => NewIngestKeyInput }) input: NewIngestKeyInput,
  ) {
    return unwrap(await this.service.create(manager, input));
  }

  @Mutation(() => IngestKeySecretResult, {
    description: "Gives a key a new secret; the present one works for graceSeconds more (at most 30 days).",
  })
  async rotateIngestKey(
    @CurrentKeyManager() manager: KeyManager,
    @Args("id", { type: () => ID }) id: string,
    @Args("graceSeconds", { type: () => Int, defaultValue: 86_400 }) graceSeconds: number,
  ) {
    return unwrap(await this.service.rotate(manager, id, graceSeconds));
  }

  @Mutation(() => IngestKeyRevokedResult, { description: "Ends a key for good, within five seconds." })
  async revokeIngestKey(@CurrentKeyManager() manager: KeyManager, @Args("id", { type: () => ID }) id: string) {
    return unwrap(await this.service.revoke(manager, id));
  }
}

function unwrap(answer: IngestKeyAnswer) {
  return "refusal" in answer ? answer.refusal : answer;
}
