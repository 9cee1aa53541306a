import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { SlaPlaceInput } from "./sla-place.input.js";

/** CorrectionInput asks for a correction. */
@InputType()
export class CorrectionInput {
  @Field(() => SlaPlaceInput, { nullable: true, description: "Everything unless told." })
  place?: SlaPlaceInput | null;

  @Field(() => ID, { nullable: true })
  calendar?: string | null;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => String, { nullable: true, description: "RFC 5545, such as FREQ=WEEKLY;BYDAY=SU; once unless told." })
  recurrence?: string | null;

  @Field(() => String, { nullable: true, description: "IANA; UTC unless told." })
  timeZone?: string | null;

  @Field(() => String)
  reason!: string;
}
