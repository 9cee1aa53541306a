import { listRuleMetrics, type AlertRule } from "@watchfloor/dashboards";
import { Field, ID, ObjectType } from "@nestjs/graphql";
import { chooseRuleUnit } from "../rules/choose-rule-unit.js";
import { AlertEnums } from "./alert-enums.js";

/** IncidentRule is what a rule said when it fired. */
@ObjectType()
export class IncidentRule {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => AlertEnums.AlertKind)
  kind!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String, { description: "What to do when it fires." })
  runbook!: string;

  @Field(() => String, { description: "Of value and threshold." })
  unit!: string;

  @Field(() => String, { nullable: true, description: "The metric it watches, where it is one." })
  metric!: string | null;

  @Field(() => String, { description: "All of it, as JSON." })
  definition!: string;
}

/** buildIncidentRule shapes the rule of an incident. */
export function buildIncidentRule(rule: AlertRule): IncidentRule {
  const { id, title, kind, description, runbook } = rule;
  const [metric, ...others] = listRuleMetrics(rule);
  return {
    ...{ id, title, kind: kind.toUpperCase(), description, runbook, unit: chooseRuleUnit(rule) },
    metric: others.length === 0 ? (metric ?? null) : null,
    definition: JSON.stringify(rule),
  };
}
