import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import { MetricEnums } from "../../metrics/graphql/metric-enums.js";
import type { NullReason } from "../../metrics/metric-words.js";
import { SlaEnums } from "./sla-enums.js";

/** SlaWhatIfInput chooses the runs of a what-if question: [from, to), by when their promise would have been decided. */
@InputType()
export class SlaWhatIfInput {
  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => ScopeFilterInput, { nullable: true })
  filter?: ScopeFilterInput | null;
}

/** SlaWhatIf is what attainment would have been with one limit. */
@ObjectType()
export class SlaWhatIf {
  @Field(() => Int)
  limitSeconds!: number;

  @Field(() => Int)
  met!: number;

  @Field(() => Int)
  valid!: number;

  @Field(() => Float, { nullable: true })
  attainment!: number | null;

  @Field(() => MetricEnums.NullReason, { nullable: true })
  nullReason!: NullReason | null;
}

/** SlaDue is what would be promised of a run. */
@ObjectType()
export class SlaDue {
  @Field(() => ID)
  policy!: string;

  @Field(() => Int)
  policyVersion!: number;

  @Field(() => Float)
  limitSeconds!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "null: not within 400 days" })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When 80 % of the limit would be used." })
  atRiskAt!: Date | null;
}

/** SlaBurnTier is one pair of windows. */
@ObjectType()
export class SlaBurnTier {
  @Field(() => SlaEnums.BurnTier)
  tier!: string;

  @Field(() => SlaEnums.BurnState)
  state!: string;

  @Field(() => Float, { description: "It burns when both windows are above this." })
  factor!: number;

  @Field(() => Float, { nullable: true })
  longBurn!: number | null;

  @Field(() => Float, { nullable: true })
  shortBurn!: number | null;

  @Field(() => Int, { description: "Broken in the long window." })
  bad!: number;

  @Field(() => Int, { description: "Decided in the long window." })
  total!: number;
}

/** SlaBurn is how fast a policy uses up its error budget. */
@ObjectType()
export class SlaBurn {
  @Field(() => ID)
  policy!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Float)
  target!: number;

  @Field(() => Int)
  windowDays!: number;

  @Field(() => [SlaBurnTier])
  tiers!: SlaBurnTier[];
}
