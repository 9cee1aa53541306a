import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../../graphql/scope-filter.input.js";
import type { MetricSide } from "../list-side-terms.js";
import { MetricRowEnums } from "./metric-row-enums.js";

/** MetricRowsInput asks for the rows behind the total of one metric over [from, to). */
@InputType()
export class MetricRowsInput {
  @Field(() => ID)
  metric!: string;

  @Field(() => MetricRowEnums.MetricSide, {
    defaultValue: "NUMERATOR",
    description: "Of a percentile the numerator lists the values; a count has no denominator.",
  })
  side!: MetricSide;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => ScopeFilterInput, { nullable: true })
  filter?: ScopeFilterInput | null;
}
