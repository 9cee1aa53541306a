import { Field, ObjectType } from "@nestjs/graphql";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { RUN_RELATIONS, type RunRelation } from "../related-run.js";
import { Run } from "./run.type.js";

const RunRelationEnum = registerWordEnum("RunRelation", RUN_RELATIONS);

/** RelatedRun is another run and everything that ties it to the one looked at. */
@ObjectType()
export class RelatedRun {
  @Field(() => [RunRelationEnum], { description: "The nearest first; the parent is the run named as correlation." })
  relations!: RunRelation[];

  @Field(() => Run)
  run!: Run;
}
