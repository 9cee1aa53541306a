import { Field, Int, ObjectType } from "@nestjs/graphql";
import { AlertEnums } from "./alert-enums.js";

/** AlertRuleTerms is how long things take in effect for one severity. */
@ObjectType({ description: "Durations in effect: as written, or the default of the kind, rounded up to whole slots." })
export class AlertRuleTerms {
  @Field(() => AlertEnums.AlertSeverity)
  severity!: string;

  @Field(() => Int, { description: "How long the condition must hold until it fires." })
  forSeconds!: number;

  @Field(() => Int, { description: "How long it goes on after the condition has ended." })
  keepFiringSeconds!: number;

  @Field(() => Int, { description: "How long what is pending waits for data." })
  noDataKeepSeconds!: number;
}
