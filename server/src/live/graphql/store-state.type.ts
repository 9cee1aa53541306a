import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Money } from "../../graphql/money.type.js";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { WALL_STATES, type WallState } from "../wall/wall-state.js";

const WallStateEnum = registerWordEnum("WallState", WALL_STATES);

/** StoreState is one tile of the store wall, coloured by its worst state. */
@ObjectType()
export class StoreState {
  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  store!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => WallStateEnum)
  state!: WallState;

  @Field(() => Int)
  overdue!: number;

  @Field(() => Int)
  atRisk!: number;

  @Field(() => Int)
  open!: number;

  @Field(() => Int)
  exceptionsOpen!: number;

  @Field(() => [Money])
  moneyAtRisk!: Money[];

  @Field(() => DateTimeScalar, { nullable: true })
  newestAt!: Date | null;

  @Field(() => String)
  reason!: string;
}
