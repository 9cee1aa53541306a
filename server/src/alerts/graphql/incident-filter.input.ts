import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import { AlertEnums } from "./alert-enums.js";

/** IncidentPlaceInput narrows incidents to one place: the alerts of a page about it. */
@InputType()
export class IncidentPlaceInput {
  @Field(() => ID, { nullable: true })
  client?: string | null;

  @Field(() => ID, { nullable: true })
  channel?: string | null;

  @Field(() => ID, { nullable: true })
  store?: string | null;

  @Field(() => ID, { nullable: true })
  partner?: string | null;
}

/** IncidentFilterInput narrows a list of incidents; what is missing narrows nothing. */
@InputType()
export class IncidentFilterInput {
  @Field(() => [AlertEnums.AlertIncidentStatus], { nullable: true })
  statuses?: string[] | null;

  @Field(() => [AlertEnums.AlertSeverity], { nullable: true })
  severities?: string[] | null;

  @Field(() => [ID], { nullable: true })
  rules?: string[] | null;

  @Field(() => IncidentPlaceInput, { nullable: true, description: "Only what is of exactly this client, store, ..." })
  place?: IncidentPlaceInput | null;

  @Field(() => ScopeFilterInput, {
    nullable: true,
    description:
      "Clients, regions, stores, channels, partners, workflows, sources, changes; the others narrow nothing.",
  })
  scope?: ScopeFilterInput | null;

  @Field(() => String, { nullable: true, description: "Words of the title, the rule or a label; all of them." })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: "Only what this incident is held to be the cause of." })
  parent?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Leaves out what stands under a cause that is in the answer.",
  })
  isGrouped?: boolean;

  @Field(() => ID, { nullable: true })
  owner?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "What was going on at any time of [from, to)." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;
}
