import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { NoConformanceReason } from "../report/variant-report.js";
import { ConformanceType } from "./conformance.type.js";
import { ProcessEnums } from "./process-enums.js";
import { StepFiguresType } from "./step-figures.type.js";
import { OutcomeCountType, VariantType } from "./variant.type.js";

/** EdgeType is one step directly after another; durations are seconds from start to start. */
@ObjectType("Edge")
export class EdgeType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Float, { nullable: true })
  durationP50!: number | null;

  @Field(() => Float, { nullable: true })
  durationP95!: number | null;
}

/** OtherVariantsType sums the variants that are not listed. */
@ObjectType("OtherVariants")
export class OtherVariantsType {
  @Field(() => Int)
  variants!: number;

  @Field(() => Int)
  cases!: number;

  @Field(() => Float, { nullable: true })
  share!: number | null;
}

/** VariantReport says how the runs of a workflow went that ended in a range; each is a case. */
@ObjectType()
export class VariantReport {
  @Field(() => Int)
  cases!: number;

  @Field(() => Int, {
    description:
      "Runs without any step: a variant of no steps where steps are declared, elsewhere not among the cases.",
  })
  casesWithoutSteps!: number;

  @Field(() => Int, { description: "Cases that did some step more than once." })
  casesWithRepeats!: number;

  @Field(() => Int, { description: "Cases that did some step twice in a row." })
  casesWithLoops!: number;

  @Field(() => Int)
  variantCount!: number;

  @Field(() => Int, { description: "Variants of a single case." })
  singletonCount!: number;

  @Field(() => Float, { description: "Steps of all cases." })
  stepTotal!: number;

  @Field(() => Float, { nullable: true })
  stepsPerCaseP50!: number | null;

  @Field(() => Float, { nullable: true })
  stepsPerCaseP95!: number | null;

  @Field(() => Float, { nullable: true, description: "Seconds from the start to the end of the runs." })
  durationP50!: number | null;

  @Field(() => Float, { nullable: true })
  durationP95!: number | null;

  @Field(() => Float, { nullable: true, description: "Seconds from the start of the first step to that of the last." })
  spanP50!: number | null;

  @Field(() => Float, { nullable: true })
  spanP95!: number | null;

  @Field(() => [OutcomeCountType])
  outcomes!: readonly OutcomeCountType[];

  @Field(() => [VariantType], { description: "Those with the most cases, as many as asked for." })
  variants!: readonly VariantType[];

  @Field(() => OtherVariantsType, { description: "The variants that are not listed." })
  others!: OtherVariantsType;

  @Field(() => [EdgeType], { description: "Those that happened most, 1,000 at most." })
  edges!: readonly EdgeType[];

  @Field(() => Int)
  edgeCount!: number;

  @Field(() => [StepFiguresType], { description: "Steps of most cases first, 1,000 at most." })
  stepFigures!: readonly StepFiguresType[];

  @Field(() => Int, { description: "How many steps there are by name." })
  stepFigureCount!: number;

  @Field(() => ConformanceType, { nullable: true })
  conformance!: ConformanceType | null;

  @Field(() => ProcessEnums.NoConformanceReason, { nullable: true, description: "Why there is no conformance." })
  noConformanceReason!: NoConformanceReason | null;

  @Field(() => DateTimeScalar)
  asOf!: Date;
}
