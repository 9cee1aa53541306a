import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Money } from "../../graphql/money.type.js";
import { RunEnums } from "../../runs/graphql/run-enums.js";
import { Run } from "../../runs/graphql/run.type.js";
import type { RunState } from "../../runs/run-words.js";

/** ObligationGroup is overdue runs of one client, workflow and change. */
@ObjectType()
export class ObligationGroup {
  @Field(() => ID)
  workflow!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => ID, { nullable: true })
  change!: string | null;

  @Field(() => RunEnums.RunState)
  state!: RunState;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  detail!: string;

  @Field(() => Int)
  runs!: number;

  @Field(() => Int)
  stores!: number;

  @Field(() => Int, { nullable: true })
  expected!: number | null;

  @Field(() => DateTimeScalar, { nullable: true })
  oldestDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  newestDueAt!: Date | null;

  @Field(() => [Money])
  money!: Money[];

  @Field(() => Run)
  sample!: Run;
}
