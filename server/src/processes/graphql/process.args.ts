import { ArgsType, Field, ID, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";

/** ProcessArgs asks about the runs of one workflow that ended in [from, to). */
@ArgsType()
export class ProcessArgs {
  @Field(() => ID, { nullable: true, description: "Narrows to one client." })
  client?: string | null;

  @Field(() => ID)
  workflow!: string;

  @Field(() => ScopeFilterInput, { nullable: true })
  filter?: ScopeFilterInput | null;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => Int, { nullable: true, description: "Variants to list, 1 to 500; 50 unless told." })
  limit?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Equal steps in a row count as one, such as updates that leave a state as it was.",
  })
  mergeRepeats?: boolean | null;
}
