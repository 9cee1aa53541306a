import { Field, InputType, Int } from "@nestjs/graphql";

/** SaveDashboardInput is a definition to be kept as a new version of the dashboard it names. */
@InputType()
export class SaveDashboardInput {
  @Field(() => String, { description: "The definition in YAML; it names its id." })
  text!: string;

  @Field(() => Int, { description: "The version that was changed; 0 for a new dashboard." })
  expectedVersion!: number;
}
