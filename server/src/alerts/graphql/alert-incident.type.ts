import { createUnionType, Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { PageInfo } from "../../graphql/page-info.type.js";
import { AlertEnums } from "./alert-enums.js";
import { AlertLabel } from "./alert-label.type.js";
import { AlertPerson } from "./alert-person.type.js";
import { AlertProblem } from "./alert-problem.type.js";
import { IncidentRule } from "./incident-rule.type.js";

/** AlertIncident is an episode of a rule that fired: what people are told of and acknowledge. */
@ObjectType()
export class AlertIncident {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  rule!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "Title of the rule in force; its id where there is none." })
  ruleTitle!: string;

  @Field(() => String, { description: "Of value and threshold, as `AlertRule.unit`." })
  unit!: string;

  @Field(() => AlertEnums.AlertSeverity)
  severity!: string;

  @Field(() => AlertEnums.AlertIncidentStatus)
  status!: string;

  @Field(() => [AlertLabel])
  labels!: AlertLabel[];

  @Field(() => ID, { nullable: true, description: "null = of no single client" })
  client!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => Float, { nullable: true, description: "When it fired." })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  threshold!: number | null;

  @Field(() => DateTimeScalar)
  firedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "cleared, no_data, manual, rule_updated, rule_paused, ..." })
  resolveReason!: string | null;

  @Field(() => Boolean, { description: "Closed by a person while it fires still: closed until it recovers." })
  isMuted!: boolean;

  @Field(() => ID, { nullable: true, description: "The person whose it is." })
  owner!: string | null;

  @Field(() => ID, { nullable: true })
  acknowledgedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  acknowledgedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "null = until it is resolved" })
  acknowledgedUntil!: Date | null;

  @Field(() => ID, { nullable: true, description: "The incident that is held to be its cause." })
  parent!: string | null;

  @Field(() => String, { nullable: true, description: "What both share." })
  cause!: string | null;

  @Field(() => Int, { description: "How many visible incidents it is held to be the cause of." })
  childCount!: number;

  @Field(() => Int, { description: "Of them not over." })
  unresolvedChildCount!: number;
}

/** AlertTimelineEntry is what people or the product did about an incident. */
@ObjectType()
export class AlertTimelineEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, {
    description: "fired, resolved, acknowledged, withdrawn, resolved_by_hand, assigned, note, ...",
  })
  kind!: string;

  @Field(() => ID, { nullable: true, description: "null = the product" })
  author!: string | null;

  @Field(() => String)
  text!: string;
}

/** AlertTransitionView is one change of state, with what it was decided from. */
@ObjectType()
export class AlertTransitionView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  fromState!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: "The slot that was evaluated." })
  slotAt!: Date;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  threshold!: number | null;

  @Field(() => String, { description: "JSON" })
  evidence!: string;
}

/** AlertIncidentDetail is an incident with everything that happened to it. */
@ObjectType()
export class AlertIncidentDetail {
  @Field(() => AlertIncident)
  incident!: AlertIncident;

  @Field(() => [AlertTimelineEntry], { description: "Oldest first." })
  timeline!: AlertTimelineEntry[];

  @Field(() => [AlertTransitionView], { description: "Oldest first." })
  transitions!: AlertTransitionView[];

  @Field(() => [AlertIncident], { description: "Incidents that this one is held to be the cause of." })
  children!: AlertIncident[];

  @Field(() => AlertIncident, { nullable: true, description: "The one that is held to be its cause." })
  parent!: AlertIncident | null;

  @Field(() => [AlertIncident], { description: "Other episodes of the same rule and place, newest first, at most 30." })
  alike!: AlertIncident[];

  @Field(() => IncidentRule, { nullable: true, description: "The rule as it was when it fired." })
  rule!: IncidentRule | null;

  @Field(() => [AlertPerson], { description: "Whoever is named in it." })
  people!: AlertPerson[];
}

/** AlertIncidentConnection is one page of incidents. */
@ObjectType()
export class AlertIncidentConnection {
  @Field(() => [AlertIncident])
  nodes!: AlertIncident[];

  @Field(() => [AlertPerson], { description: "Whoever is named in them." })
  people!: AlertPerson[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

/** AlertIncidentResult answers what people do about an incident. */
export const AlertIncidentResult = createUnionType({
  name: "AlertIncidentResult",
  types: () => [AlertIncidentDetail, AlertProblem] as const,
  resolveType: (value: object) => ("code" in value ? AlertProblem : AlertIncidentDetail),
});
