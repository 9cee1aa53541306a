import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { DashboardEnums } from "./dashboard-enums.js";

/** Annotation is something that happened and may explain a figure. */
@ObjectType()
export class Annotation {
  @Field(() => DashboardEnums.AnnotationKind)
  kind!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "null = it was a moment, or goes on." })
  until!: Date | null;

  @Field(() => String)
  title!: string;

  @Field(() => ID, { nullable: true })
  client!: string | null;

  @Field(() => ID, { nullable: true })
  workflow!: string | null;

  @Field(() => ID, { description: "Of the change, anomaly or correction; of a release its version." })
  id!: string;
}
