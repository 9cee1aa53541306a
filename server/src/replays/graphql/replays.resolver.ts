import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import type { ReplayManager } from "../replay-manager.js";
import { ReplaysService } from "../replays.service.js";
import { buildReplayAnswer, buildReplayView } from "./build-replay-view.js";
import { CurrentReplayManager } from "./current-replay-manager.js";
import { readReplayInput } from "./read-replay-input.js";
import { CancelReplayResult, StartReplayResult } from "./replay-result.type.js";
import { Replay } from "./replay.type.js";
import { StartReplayInput } from "./start-replay.input.js";

/** ReplaysResolver lets administrators put events through the pipeline again. */
@Resolver()
export class ReplaysResolver {
  constructor(@Inject(ReplaysService) private readonly service: ReplaysService) {}

  @Query(() => [Replay], { description: "Replays, newest first; at most 500. Administrators only." })
  async replays(@CurrentReplayManager() manager: ReplayManager): Promise<Replay[]> {
    return (await this.service.list(manager)).map(buildReplayView);
  }

  @Mutation(() => StartReplayResult, {
    description:
      "Puts refused events, or the stored events of a range, through the pipeline again, behind live events. Repeating it changes nothing.",
  })
  async startReplay(
    @CurrentReplayManager() manager: ReplayManager,
    @Args("input", { type: () => StartReplayInput }) input: StartReplayInput,
  ) {
    return buildReplayAnswer(await this.service.start(manager, readReplayInput(input)));
  }

  @Mutation(() => CancelReplayResult, { description: "Ends a replay that waits or runs; what it did stays." })
  async cancelReplay(@CurrentReplayManager() manager: ReplayManager, @Args("id", { type: () => ID }) id: string) {
    return buildReplayAnswer(await this.service.cancel(manager, id));
  }
}
