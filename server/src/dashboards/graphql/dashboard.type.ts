import { createUnionType, Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { DashboardEnums } from "./dashboard-enums.js";
import { DashboardPanel } from "./dashboard-panel.type.js";

/** DashboardVariable is one way in which the address may narrow a dashboard. */
@ObjectType()
export class DashboardVariable {
  @Field(() => DashboardEnums.DashboardVariable)
  name!: string;

  @Field(() => Boolean, { description: "It shows nothing until one is chosen." })
  isRequired!: boolean;
}

/** DashboardDefinition is what a dashboard shows. */
@ObjectType()
export class DashboardDefinition {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => DashboardEnums.Audience)
  audience!: string;

  @Field(() => DashboardEnums.Headline)
  headline!: string;

  @Field(() => [DashboardVariable])
  variables!: DashboardVariable[];

  @Field(() => String, { description: "Such as 24h, quarter or fiscal-quarter." })
  range!: string;

  @Field(() => DashboardEnums.Compared)
  compare!: string;

  @Field(() => [DashboardPanel])
  panels!: DashboardPanel[];
}

/** DashboardSummary is a dashboard in a list. */
@ObjectType()
export class DashboardSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => DashboardEnums.Audience)
  audience!: string;

  @Field(() => Int, { description: "The version that is shown." })
  version!: number;

  @Field(() => Boolean, { description: "Whether it is as it came as a file; else a person saved it." })
  isSeed!: boolean;

  @Field(() => Boolean, { description: "Whether removing what people saved leaves the one of a file." })
  hasSeed!: boolean;

  @Field(() => DateTimeScalar)
  savedAt!: Date;

  @Field(() => String, { nullable: true, description: "The name of who saved it." })
  author!: string | null;

  @Field(() => Boolean, { description: "Whether the caller may save over it or remove it." })
  mayChange!: boolean;
}

/** Dashboard is one dashboard with what it shows and the text that says so. */
@ObjectType()
export class Dashboard extends DashboardSummary {
  @Field(() => String, { description: "The definition in YAML, as it was written." })
  text!: string;

  @Field(() => DashboardDefinition)
  definition!: DashboardDefinition;
}

/** DashboardFault is one thing that is wrong in the text of a definition. */
@ObjectType()
export class DashboardFault {
  @Field(() => Int)
  line!: number;

  @Field(() => String, { description: "Such as panels.2.metric; empty for the text as a whole." })
  field!: string;

  @Field(() => String)
  detail!: string;
}

/** DashboardProblem says why a dashboard was not opened or changed. */
@ObjectType()
export class DashboardProblem {
  @Field(() => DashboardEnums.DashboardProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => [DashboardFault], { description: "What is wrong in the text, where that is why." })
  faults!: DashboardFault[];
}

/** CheckedDashboard says what is wrong in a text, or what it would show. */
@ObjectType()
export class CheckedDashboard {
  @Field(() => [DashboardFault])
  faults!: DashboardFault[];

  @Field(() => DashboardDefinition, { nullable: true })
  definition!: DashboardDefinition | null;
}

/** ExportedDashboard is a dashboard as a file. */
@ObjectType()
export class ExportedDashboard {
  @Field(() => String)
  fileName!: string;

  @Field(() => String)
  text!: string;
}

/** RemovedDashboard says that what people saved was taken away. */
@ObjectType()
export class RemovedDashboard {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "Whether the dashboard of a file shows again." })
  hasSeed!: boolean;
}

/** DashboardResult is a dashboard, or why there is none. */
export const DashboardResult = createUnionType({
  name: "DashboardResult",
  types: () => [Dashboard, DashboardProblem] as const,
  resolveType: (value: object) => ("code" in value ? DashboardProblem : Dashboard),
});

/** ExportDashboardResult is a file, or why there is none. */
export const ExportDashboardResult = createUnionType({
  name: "ExportDashboardResult",
  types: () => [ExportedDashboard, DashboardProblem] as const,
  resolveType: (value: object) => ("code" in value ? DashboardProblem : ExportedDashboard),
});

/** RemoveDashboardResult says what was removed, or why nothing was. */
export const RemoveDashboardResult = createUnionType({
  name: "RemoveDashboardResult",
  types: () => [RemovedDashboard, DashboardProblem] as const,
  resolveType: (value: object) => ("code" in value ? DashboardProblem : RemovedDashboard),
});
