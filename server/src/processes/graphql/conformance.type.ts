import type { DeclaredStep } from "@watchfloor/sql";
import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DeclaredStepType } from "../../registry/graphql/declared-step.type.js";
import { DeviationType } from "./variant.type.js";

/** DeviationCountType is how many cases deviate in this way. */
@ObjectType("DeviationCount")
export class DeviationCountType extends DeviationType {
  @Field(() => Int)
  cases!: number;

  @Field(() => Float)
  share!: number;
}

/** ConformanceType compares the cases with the declared steps of their workflow. */
@ObjectType("Conformance")
export class ConformanceType {
  @Field(() => [DeclaredStepType])
  declared!: readonly DeclaredStep[];

  @Field(() => Int, { description: "Cases without any deviation." })
  conforming!: number;

  @Field(() => Float, { nullable: true, description: "Conforming / cases." })
  share!: number | null;

  @Field(() => [DeviationCountType], { description: "By step, those of most cases first; at most 500." })
  deviations!: readonly DeviationCountType[];
}
