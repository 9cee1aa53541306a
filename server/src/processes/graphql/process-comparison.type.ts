import { Field, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { PeerDimension } from "../compare/choose-peers.js";
import { ComparedEdgeType, ComparedFiguresType } from "./compared-edge.type.js";
import { ComparedStepType } from "./compared-step.type.js";
import { ComparedVariantType } from "./compared-variant.type.js";
import { ProcessEnums } from "./process-enums.js";

/** ProcessComparisonType is how a place (a) does what its peers (b) do, too. */
@ObjectType("ProcessComparison")
export class ProcessComparisonType {
  @Field(() => ProcessEnums.PeerDimension, { description: "What is compared with others of its kind." })
  dimension!: PeerDimension;

  @Field(() => Boolean, {
    description: "Peers are told only as aggregates: no counts, and nothing that fewer than five of them did.",
  })
  isAggregateOnly!: boolean;

  @Field(() => Int, { nullable: true, description: "Peers that had a case; null when too few to be told." })
  peers!: number | null;

  @Field(() => ComparedFiguresType)
  a!: ComparedFiguresType;

  @Field(() => ComparedFiguresType, { nullable: true, description: "Null without peers, or with too few to be told." })
  b!: ComparedFiguresType | null;

  @Field(() => [ComparedVariantType], { description: "Those with the largest share of a side, as many as asked for." })
  variants!: readonly ComparedVariantType[];

  @Field(() => [ComparedStepType])
  stepFigures!: readonly ComparedStepType[];

  @Field(() => [ComparedEdgeType])
  edges!: readonly ComparedEdgeType[];

  @Field(() => DateTimeScalar)
  asOf!: Date;
}
