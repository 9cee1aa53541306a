import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Money } from "../../graphql/money.type.js";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { GATE_STATES } from "../decide/decide-gate.js";
import { PROMOTION_STATES } from "../decide/decide-promotion.js";
import { TARGET_STATES } from "../promotion-view.js";

const PromotionStateEnum = registerWordEnum("PromotionState", PROMOTION_STATES);
const GateStateEnum = registerWordEnum("GateState", GATE_STATES);
const TargetStateEnum = registerWordEnum("PromotionTargetState", TARGET_STATES);

/** PromotionGate is an approval or task that must have succeeded before the launch. */
@ObjectType()
export class PromotionGate {
  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  workflow!: string;

  @Field(() => ID)
  run!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => GateStateEnum)
  state!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;
}

/** PromotionTarget is a place a promotion must reach. */
@ObjectType()
export class PromotionTarget {
  @Field(() => String, { description: "Its name: store, channel and partner, as far as it has them." })
  title!: string;

  @Field(() => ID)
  run!: string;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => TargetStateEnum)
  state!: string;

  @Field(() => Boolean, {
    description: "Whether it got it after the start, or has not got it and the start has passed.",
  })
  isLate!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true })
  error!: string | null;
}

/** Promotion is a launch: what must be green before it, whom it must reach, and what to do about it. */
@ObjectType()
export class Promotion {
  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  change!: string;

  @Field(() => ID, { nullable: true, description: "null while nobody published it." })
  workflow!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  version!: string | null;

  @Field(() => PromotionStateEnum)
  state!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "By when every target must have it." })
  startsAt!: Date | null;

  @Field(() => Int)
  planned!: number;

  @Field(() => Int)
  live!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => [PromotionGate])
  gates!: readonly PromotionGate[];

  @Field(() => [PromotionTarget], { description: "The first five places that miss it." })
  missing!: readonly PromotionTarget[];

  @Field(() => [Money], { description: "Money of the targets that are not live, by currency." })
  money!: readonly Money[];

  @Field(() => String, { description: "What to do about it, in words." })
  action!: string;
}

/** PromotionDetail is a promotion with every target, those that miss it first. */
@ObjectType()
export class PromotionDetail {
  @Field(() => Promotion)
  promotion!: Promotion;

  @Field(() => [PromotionTarget])
  targets!: readonly PromotionTarget[];
}
