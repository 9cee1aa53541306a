import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { MetricEnums } from "../../metrics/graphql/metric-enums.js";
import { MetricRowEnums } from "../../metrics/why/graphql/metric-row-enums.js";
import { RunEnums } from "../../runs/graphql/run-enums.js";
import { DashboardEnums } from "./dashboard-enums.js";
import { PanelFilter } from "./panel-filter.type.js";

/** PanelMetric is one metric of a panel: a figure, a line, a column or a stage. */
@ObjectType()
export class PanelMetric {
  @Field(() => ID)
  metric!: string;

  @Field(() => String, { nullable: true, description: "The catalogue's title unless told." })
  title!: string | null;

  @Field(() => Float, { nullable: true })
  target!: number | null;

  @Field(() => Boolean, { description: "Whether to say what changed." })
  change!: boolean;

  @Field(() => PanelFilter, { nullable: true, description: "Of a stage." })
  filter!: PanelFilter | null;
}

/** PanelTarget is what one row should reach. */
@ObjectType()
export class PanelTarget {
  @Field(() => ID)
  id!: string;

  @Field(() => Float)
  value!: number;
}

/** DashboardPanel is one panel with what its kind says; fields of other kinds are null or empty. */
@ObjectType()
export class DashboardPanel {
  @Field(() => ID)
  id!: string;

  @Field(() => DashboardEnums.PanelKind)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int, { description: "Width in twelfths of a wide screen." })
  span!: number;

  @Field(() => PanelFilter, { nullable: true })
  filter!: PanelFilter | null;

  @Field(() => [PanelMetric])
  metrics!: PanelMetric[];

  @Field(() => [MetricEnums.Dimension], { description: "What it is split by; rows before columns." })
  groupBy!: string[];

  @Field(() => MetricEnums.Granularity, {
    nullable: true,
    description: "Periods that are the columns of a heat table.",
  })
  period!: string | null;

  @Field(() => ID, { nullable: true, description: "The metric that rows are ordered by." })
  orderBy!: string | null;

  @Field(() => DashboardEnums.PanelOrder, { nullable: true })
  order!: string | null;

  @Field(() => Int, { nullable: true })
  limit!: number | null;

  @Field(() => Float, { nullable: true })
  target!: number | null;

  @Field(() => [PanelTarget], { description: "Targets of single rows." })
  targets!: PanelTarget[];

  @Field(() => Boolean, { description: "Whether the target of a row is that of its SLA policy." })
  hasPolicyTargets!: boolean;

  @Field(() => Int, { nullable: true })
  minimumSample!: number | null;

  @Field(() => Boolean, { description: "Draws bars instead of a line." })
  isBars!: boolean;

  @Field(() => Boolean, { description: "Shows a small line over time." })
  hasSpark!: boolean;

  @Field(() => [MetricEnums.Dimension], { description: "In which dimensions the cause of a change is looked for." })
  drivers!: string[];

  @Field(() => [DashboardEnums.AnnotationKind])
  annotations!: string[];

  @Field(() => DashboardEnums.PanelPage, { nullable: true, description: "Which page a row opens." })
  opens!: string | null;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => [RunEnums.RunState])
  states!: string[];

  @Field(() => RunEnums.RunOrder, { nullable: true })
  runOrder!: string | null;

  @Field(() => MetricRowEnums.MetricSide, { nullable: true })
  side!: string | null;
}
