import { Field, Float, Int, ObjectType } from "@nestjs/graphql";

/** ComparedFiguresType is what one side did; durations are seconds, counts of peers null where only aggregates are told. */
@ObjectType("ComparedFigures")
export class ComparedFiguresType {
  @Field(() => Int, { nullable: true })
  cases!: number | null;

  @Field(() => Float, { nullable: true, description: "Of the cases, or the edges, of its side; of those told." })
  share!: number | null;

  @Field(() => Float, { nullable: true })
  durationP50!: number | null;

  @Field(() => Float, { nullable: true })
  durationP95!: number | null;
}

/** ComparedEdgeType is an edge on both sides; differences are a - b. */
@ObjectType("ComparedEdge")
export class ComparedEdgeType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => ComparedFiguresType, { nullable: true })
  a!: ComparedFiguresType | null;

  @Field(() => ComparedFiguresType, { nullable: true })
  b!: ComparedFiguresType | null;

  @Field(() => Float, { nullable: true })
  shareDifference!: number | null;

  @Field(() => Float, { nullable: true })
  durationP50Difference!: number | null;
}
