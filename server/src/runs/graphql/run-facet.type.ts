import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { RUN_FACETS, type RunFacetName } from "../list/run-facets.js";

const RunFacetEnum = registerWordEnum("RunFacetName", RUN_FACETS);

/** RunFacetValue is how many runs of a list have one value. */
@ObjectType()
export class RunFacetValue {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: "null where the value means the same for every client." })
  client!: string | null;

  @Field(() => Int)
  count!: number;
}

/** RunFacet is what the runs of a list have in one respect. */
@ObjectType()
export class RunFacet {
  @Field(() => RunFacetEnum)
  facet!: RunFacetName;

  @Field(() => [RunFacetValue], { description: "Most first, at most 20; OPEN counts overdue and at risk ones, too." })
  values!: RunFacetValue[];
}
