import { createUnionType, Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { SlaPlace } from "./sla-place.type.js";
import { SlaProblem } from "./sla-problem.type.js";

/** SlaPolicyVersion is what a policy says from an instant on; it is never changed afterwards. */
@ObjectType()
export class SlaPolicyVersion {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => SlaPlace)
  place!: SlaPlace;

  @Field(() => Int)
  limitSeconds!: number;

  @Field(() => Float, { description: "Share of the promises that must be kept." })
  target!: number;

  @Field(() => Int, { description: "Over which the target is judged." })
  windowDays!: number;

  @Field(() => ID, { nullable: true, description: "null: the wall clock; @store: that of the run's store" })
  calendar!: string | null;

  @Field(() => [String], { nullable: true, description: "null: every pause stops the clock" })
  pauseReasons!: string[] | null;

  @Field(() => String)
  tier!: string;

  @Field(() => DateTimeScalar, { description: "From then on it replaces the versions before it." })
  effectiveFrom!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "The policy is retired where this is effectiveFrom." })
  effectiveUntil!: Date | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => String, { description: "Who saved it; `pack` for what came with a pack." })
  createdBy!: string;
}

/** SlaPolicy is a promise with its history. */
@ObjectType()
export class SlaPolicy {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "Whether it decides about runs that start now." })
  isInForce!: boolean;

  @Field(() => SlaPolicyVersion, { description: "The newest version." })
  newest!: SlaPolicyVersion;

  @Field(() => [SlaPolicyVersion], { description: "Oldest first." })
  versions!: SlaPolicyVersion[];
}

/** SlaPolicyResult answers `saveSlaPolicy` and `retireSlaPolicy`. */
export const SlaPolicyResult = createUnionType({
  name: "SlaPolicyResult",
  types: () => [SlaPolicy, SlaProblem] as const,
  resolveType: (value: object) => ("code" in value ? SlaProblem : SlaPolicy),
});
