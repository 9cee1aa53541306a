import { createUnionType, Field, ObjectType } from "@nestjs/graphql";
import { ReplayEnums } from "./replay-enums.js";
import { Replay } from "./replay.type.js";

/** ReplayRequested is a replay in the queue; a receiver begins it within seconds. */
@ObjectType()
export class ReplayRequested {
  @Field(() => Replay)
  replay!: Replay;
}

/** ReplayCancelled is a replay that has ended at the end of its page; what it did stays. */
@ObjectType()
export class ReplayCancelled {
  @Field(() => Replay)
  replay!: Replay;
}

/** ReplayRefused says why nothing was changed. */
@ObjectType()
export class ReplayRefused {
  @Field(() => ReplayEnums.ReplayRefusalReason)
  reason!: string;

  @Field(() => String, { nullable: true, description: "The argument at fault." })
  field!: string | null;

  @Field(() => String)
  message!: string;
}

/** StartReplayResult is what beginning a replay answers. */
export const StartReplayResult = createUnionType({
  name: "StartReplayResult",
  types: () => [ReplayRequested, ReplayRefused] as const,
  resolveType: (value: object) => ("reason" in value ? ReplayRefused : ReplayRequested),
});

/** CancelReplayResult is what ending a replay answers. */
export const CancelReplayResult = createUnionType({
  name: "CancelReplayResult",
  types: () => [ReplayCancelled, ReplayRefused] as const,
  resolveType: (value: object) => ("reason" in value ? ReplayRefused : ReplayCancelled),
});
