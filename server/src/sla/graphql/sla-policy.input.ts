import { Field, Float, ID, InputType, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { SlaPlaceInput } from "./sla-place.input.js";

/** SlaPolicyInput is one version of a policy. */
@InputType()
export class SlaPolicyInput {
  @Field(() => ID, { description: "Lower-case letters, digits and hyphens." })
  id!: string;

  @Field(() => Int, { description: "The newest version the asker knows; 0 for a new policy." })
  expectedVersion!: number;

  @Field(() => String)
  title!: string;

  @Field(() => SlaPlaceInput, { nullable: true, description: "Everything unless told." })
  place?: SlaPlaceInput | null;

  @Field(() => Int)
  limitSeconds!: number;

  @Field(() => Float)
  target!: number;

  @Field(() => Int, { defaultValue: 30 })
  windowDays!: number;

  @Field(() => ID, { nullable: true, description: "Id of a calendar, or @store; the wall clock unless told." })
  calendar?: string | null;

  @Field(() => [String], { nullable: true, description: "Only these pauses stop the clock; all unless told." })
  pauseReasons?: string[] | null;

  @Field(() => String, { nullable: true })
  tier?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Now unless told; an earlier instant restates history." })
  effectiveFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  effectiveUntil?: Date | null;
}
