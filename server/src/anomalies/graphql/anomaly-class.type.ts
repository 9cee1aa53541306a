import { createUnionType, Field, Float, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AnomalyEnums } from "./anomaly-enums.js";

/** AnomalyClass is all series of one metric in one grouping: they share a budget and thresholds. */
@ObjectType()
export class AnomalyClass {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  metric!: string;

  @Field(() => [String])
  dimensions!: readonly string[];

  @Field(() => Float, { description: "How many anomalies each series may raise a week." })
  listPerWeek!: number;

  @Field(() => Float, { description: "How many of them may notify." })
  notifyPerWeek!: number;

  @Field(() => Float, { nullable: true })
  listThreshold!: number | null;

  @Field(() => Float, { nullable: true })
  notifyThreshold!: number | null;

  @Field(() => Boolean, { description: "false = too little history: the thresholds are those one starts with." })
  isLearned!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  effectiveFrom!: Date | null;

  @Field(() => Float, { nullable: true, description: "Weeks of series that the thresholds were chosen from." })
  seriesWeeks!: number | null;

  @Field(() => Float, { nullable: true, description: "What the thresholds would have raised in them." })
  reachedListPerWeek!: number | null;

  @Field(() => Float, { nullable: true })
  reachedNotifyPerWeek!: number | null;
}

/** AnomalyBudgetProblem says why a budget was not changed. */
@ObjectType()
export class AnomalyBudgetProblem {
  @Field(() => AnomalyEnums.AnomalyBudgetProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;
}

/** AnomalyBudgetResult answers `setAnomalyBudget`. */
export const AnomalyBudgetResult = createUnionType({
  name: "AnomalyBudgetResult",
  types: () => [AnomalyClass, AnomalyBudgetProblem] as const,
  resolveType: (value: object) => ("code" in value ? AnomalyBudgetProblem : AnomalyClass),
});
