import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** StoreRef names one store of one client. */
@ObjectType()
export class StoreRef {
  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  store!: string;
}

/** ChangeNotice says what was touched since the last notice; stores null means many. */
@ObjectType()
export class ChangeNotice {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => [ID])
  clients!: readonly string[];

  @Field(() => [ID])
  workflows!: readonly string[];

  @Field(() => [StoreRef], { nullable: true })
  stores!: readonly StoreRef[] | null;
}
