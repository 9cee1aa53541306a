import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Money } from "../../graphql/money.type.js";
import { PageInfo } from "../../graphql/page-info.type.js";
import type { Outcome, RunKind, RunState } from "../run-words.js";
import { RunEnums } from "./run-enums.js";
import { RunExpectation } from "./run-expectation.type.js";
import { RunFacet } from "./run-facet.type.js";
import { RunPause } from "./run-pause.type.js";
import { RunSla } from "./run-sla.type.js";

/** Entity is the thing a run is about. */
@ObjectType()
export class Entity {
  @Field(() => String)
  type!: string;

  @Field(() => String)
  id!: string;

  @Field(() => String, { nullable: true })
  version!: string | null;
}

/** Attribute is a named value the source gave. */
@ObjectType()
export class Attribute {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

/** Run is one obligation: it opens, may have a deadline, and ends with an outcome. */
@ObjectType()
export class Run {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  workflow!: string;

  @Field(() => RunEnums.RunKind)
  kind!: RunKind;

  @Field(() => RunEnums.RunState)
  state!: RunState;

  @Field(() => DateTimeScalar, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => RunEnums.Outcome, { nullable: true })
  outcome!: Outcome | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => Money, { nullable: true })
  money!: Money | null;

  @Field(() => String, { nullable: true })
  workflowVersion!: string | null;

  @Field(() => String, { nullable: true })
  correlation!: string | null;

  @Field(() => Entity, { nullable: true })
  entity!: Entity | null;

  @Field(() => String, { nullable: true })
  change!: string | null;

  @Field(() => String, { nullable: true })
  target!: string | null;

  @Field(() => String, { nullable: true })
  promise!: string | null;

  @Field(() => String, { nullable: true })
  errorClass!: string | null;

  @Field(() => String, { nullable: true })
  errorCode!: string | null;

  @Field(() => String, { nullable: true })
  errorMessage!: string | null;

  @Field(() => Boolean)
  superseded!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  mismatchedAt!: Date | null;

  @Field(() => Boolean)
  humanTouched!: boolean;

  @Field(() => [Attribute])
  attributes!: Attribute[];

  @Field(() => RunExpectation, {
    nullable: true,
    description: "What it waits for and has got, where a rule expects something.",
  })
  expectation!: RunExpectation | null;

  @Field(() => RunSla, {
    nullable: true,
    description: "What is promised by the policy in force at its start; null without one: then dueAt decides.",
  })
  sla!: RunSla | null;

  @Field(() => [RunPause])
  pauses!: RunPause[];

  @Field(() => Float, { nullable: true })
  latenessSeconds!: number | null;

  @Field(() => Float, { nullable: true })
  durationSeconds!: number | null;

  @Field(() => String)
  source!: string;
}

/** RunConnection is one page of runs. */
@ObjectType()
export class RunConnection {
  @Field(() => [Run])
  nodes!: Run[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;

  @Field(() => [RunFacet])
  facets!: RunFacet[];
}
