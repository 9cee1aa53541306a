import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { RunEnums } from "../../runs/graphql/run-enums.js";
import type { Outcome } from "../../runs/run-words.js";
import type { DeviationKind } from "../report/variant-report.js";
import { ProcessEnums } from "./process-enums.js";

/** OutcomeCountType is how many cases ended so. */
@ObjectType("OutcomeCount")
export class OutcomeCountType {
  @Field(() => RunEnums.Outcome)
  outcome!: Outcome;

  @Field(() => Int)
  cases!: number;
}

/** DeviationType is one way in which a case differs from the declared steps. */
@ObjectType("Deviation")
export class DeviationType {
  @Field(() => ProcessEnums.DeviationKind)
  kind!: DeviationKind;

  @Field(() => String)
  step!: string;
}

/** VariantType is the cases that did the same steps in the same order. */
@ObjectType("Variant")
export class VariantType {
  @Field(() => [String], { description: "The first 200; empty for runs without any step." })
  steps!: readonly string[];

  @Field(() => Int)
  stepCount!: number;

  @Field(() => Boolean, { description: "Whether there are more steps than are named." })
  isCut!: boolean;

  @Field(() => Int)
  cases!: number;

  @Field(() => Float)
  share!: number;

  @Field(() => Float, { nullable: true, description: "Seconds from the start to the end of the runs." })
  durationP50!: number | null;

  @Field(() => Float, { nullable: true })
  durationP95!: number | null;

  @Field(() => [OutcomeCountType])
  outcomes!: readonly OutcomeCountType[];

  @Field(() => [DeviationType], {
    nullable: true,
    description: "How it differs from the declared steps; null when there is nothing to compare with.",
  })
  deviations!: readonly DeviationType[] | null;
}
