import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { registerWordEnum } from "../../../graphql/register-word-enum.js";
import { RETAIL_PATTERNS, YEAR_STARTS, type YearStart } from "../../periods/retail-calendar.js";
import { FIGURE_PROBLEMS } from "../check-figure-setting.js";

const FigureProblemCode = registerWordEnum(
  "FigureProblemCode",
  FIGURE_PROBLEMS.map((code) => code.toUpperCase()),
);
const YearStartEnum = registerWordEnum("YearStart", YEAR_STARTS);

/** MetricAssumption is what a person stated that figures are computed with; of a client, or of all (null). */
@ObjectType()
export class MetricAssumption {
  @Field(() => ID)
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => ID, { nullable: true })
  client!: string | null;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => String)
  note!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when on it holds; null for what always held." })
  effectiveAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who stated it; null for what holds while nobody stated it." })
  author!: string | null;
}

/** RetailCalendarOf is the retail calendar of a client, or of the tenant (null). */
@ObjectType()
export class RetailCalendarOf {
  @Field(() => ID, { nullable: true })
  client!: string | null;

  @Field(() => Int, { description: "1 = January." })
  firstMonth!: number;

  @Field(() => Int, { description: "1 = Monday, 7 = Sunday." })
  firstWeekday!: number;

  @Field(() => String, { description: RETAIL_PATTERNS.join(", ") })
  pattern!: string;

  @Field(() => YearStartEnum)
  yearStart!: YearStart;
}

/** FigureSettingProblem says why nothing was changed and what to do about it. */
@ObjectType()
export class FigureSettingProblem {
  @Field(() => FigureProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;
}

/** RemovedFigureSetting is what was taken away. */
@ObjectType()
export class RemovedFigureSetting {
  @Field(() => ID, { nullable: true })
  client!: string | null;
}

/** AssumptionInput states an assumption; without `high` it is exact, without `effectiveAt` it holds from now on. */
@InputType()
export class AssumptionInput {
  @Field(() => ID)
  name!: string;

  @Field(() => ID, { nullable: true })
  client?: string | null;

  @Field(() => Float)
  low!: number;

  @Field(() => Float, { nullable: true })
  high?: number | null;

  @Field(() => String, { nullable: true })
  currency?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  effectiveAt?: Date | null;
}

/** RetailCalendarInput sets a retail calendar, of the tenant when no client is named. */
@InputType()
export class RetailCalendarInput {
  @Field(() => ID, { nullable: true })
  client?: string | null;

  @Field(() => Int)
  firstMonth!: number;

  @Field(() => Int)
  firstWeekday!: number;

  @Field(() => String, { description: RETAIL_PATTERNS.join(", ") })
  pattern!: string;

  @Field(() => YearStartEnum, { defaultValue: "NEAREST" })
  yearStart!: YearStart;
}

/** AssumptionResult answers `stateAssumption`. */
export const AssumptionResult = createUnionType({
  name: "AssumptionResult",
  types: () => [MetricAssumption, FigureSettingProblem] as const,
  resolveType: (value: object) => ("code" in value ? FigureSettingProblem : MetricAssumption),
});

/** RetailCalendarResult answers `setRetailCalendar`. */
export const RetailCalendarResult = createUnionType({
  name: "RetailCalendarResult",
  types: () => [RetailCalendarOf, FigureSettingProblem] as const,
  resolveType: (value: object) => ("code" in value ? FigureSettingProblem : RetailCalendarOf),
});

/** RemoveFigureSettingResult answers `retractAssumption` and `removeRetailCalendar`. */
export const RemoveFigureSettingResult = createUnionType({
  name: "RemoveFigureSettingResult",
  types: () => [RemovedFigureSetting, FigureSettingProblem] as const,
  resolveType: (value: object) => ("code" in value ? FigureSettingProblem : RemovedFigureSetting),
});
