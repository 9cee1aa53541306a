import { createUnionType, Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { registerWordEnum } from "../../../graphql/register-word-enum.js";
import { DimensionValue, MetricResult } from "../../graphql/metric-result.type.js";
import { FROZEN_PROBLEMS, type FrozenProblem } from "../frozen-figure.js";

const FrozenFigureProblemCode = registerWordEnum("FrozenFigureProblemCode", FROZEN_PROBLEMS);

/** FrozenFigureSummary names an answer that keeps its values. */
@ObjectType()
export class FrozenFigureSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [ID])
  metrics!: string[];

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => DateTimeScalar)
  asOf!: Date;

  @Field(() => String, { description: "SHA-256 of the answer as it is kept, in hexadecimal." })
  hash!: string;

  @Field(() => String, { description: "Whoever froze it." })
  frozenBy!: string;

  @Field(() => DateTimeScalar)
  frozenAt!: Date;
}

/** FrozenFigure is an answer that keeps its values. */
@ObjectType()
export class FrozenFigure extends FrozenFigureSummary {
  @Field(() => MetricResult, { description: "The answer as it was, never restated." })
  result!: MetricResult;
}

/** FigureChange is a value that is another one now. */
@ObjectType()
export class FigureChange {
  @Field(() => [DimensionValue])
  key!: DimensionValue[];

  @Field(() => ID)
  metric!: string;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Start of the bucket; null for the whole range." })
  at!: Date | null;

  @Field(() => Float, { nullable: true })
  frozen!: number | null;

  @Field(() => Float, { nullable: true })
  current!: number | null;

  @Field(() => Float, { nullable: true, description: "current - frozen; null where one of them has no value." })
  difference!: number | null;
}

/** FigureRestatement is what a frozen figure would say now. */
@ObjectType()
export class FigureRestatement {
  @Field(() => FrozenFigure)
  figure!: FrozenFigure;

  @Field(() => MetricResult, { description: "The same question, answered now within the same limits." })
  current!: MetricResult;

  @Field(() => Int)
  changeCount!: number;

  @Field(() => [FigureChange], { description: "Values that differ; the first 1000." })
  changes!: FigureChange[];
}

/** FrozenFigureProblem says why a figure was not frozen or read, and what to do. */
@ObjectType()
export class FrozenFigureProblem {
  @Field(() => FrozenFigureProblemCode)
  code!: FrozenProblem["code"];

  @Field(() => String)
  message!: string;
}

/** FrozenFigureResult is a frozen figure, or why there is none. */
export const FrozenFigureResult = createUnionType({
  name: "FrozenFigureResult",
  types: () => [FrozenFigure, FrozenFigureProblem] as const,
  resolveType: (value: object) => ("code" in value ? FrozenFigureProblem : FrozenFigure),
});

/** FigureRestatementResult is a restatement, or why there is none. */
export const FigureRestatementResult = createUnionType({
  name: "FigureRestatementResult",
  types: () => [FigureRestatement, FrozenFigureProblem] as const,
  resolveType: (value: object) => ("code" in value ? FrozenFigureProblem : FigureRestatement),
});
