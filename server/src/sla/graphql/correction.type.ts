import { createUnionType, Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { SlaEnums } from "./sla-enums.js";
import { SlaPlace } from "./sla-place.type.js";
import { SlaProblem } from "./sla-problem.type.js";

/** Correction is time that counts for nobody's promise, once a second person has approved it. */
@ObjectType()
export class Correction {
  @Field(() => ID)
  id!: string;

  @Field(() => SlaEnums.CorrectionState)
  state!: string;

  @Field(() => SlaPlace)
  place!: SlaPlace;

  @Field(() => ID, { nullable: true, description: "Only for policies that go by this calendar; null: by any" })
  calendar!: string | null;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar, { description: "The first time ends then; each lasts as long." })
  to!: Date;

  @Field(() => String, { nullable: true, description: "RFC 5545; null: once" })
  recurrence!: string | null;

  @Field(() => String, { description: "By whose clocks it recurs." })
  timeZone!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  author!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => String, { nullable: true })
  approvedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  approvedAt!: Date | null;

  @Field(() => String, { nullable: true })
  revokedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;
}

/** CorrectionResult answers the mutations of corrections. */
export const CorrectionResult = createUnionType({
  name: "CorrectionResult",
  types: () => [Correction, SlaProblem] as const,
  resolveType: (value: object) => ("code" in value ? SlaProblem : Correction),
});
