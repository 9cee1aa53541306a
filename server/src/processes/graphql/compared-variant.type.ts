import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { ComparedFiguresType } from "./compared-edge.type.js";

/** ComparedVariantType is a variant on both sides; null = not done, or done by too few peers to be told. */
@ObjectType("ComparedVariant")
export class ComparedVariantType {
  @Field(() => [String], { description: "The first 200." })
  steps!: readonly string[];

  @Field(() => Int)
  stepCount!: number;

  @Field(() => Boolean)
  isCut!: boolean;

  @Field(() => ComparedFiguresType, { nullable: true })
  a!: ComparedFiguresType | null;

  @Field(() => ComparedFiguresType, { nullable: true })
  b!: ComparedFiguresType | null;

  @Field(() => Float, { nullable: true, description: "Share of a - share of b." })
  shareDifference!: number | null;
}
