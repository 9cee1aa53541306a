import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Money } from "../../graphql/money.type.js";
import { PageInfo } from "../../graphql/page-info.type.js";
import { Exception } from "../exception.type.js";
import type { ExceptionState, SeverityPartName } from "../list/exception-words.js";
import { ExceptionEnums } from "./exception-enums.js";

/** SeverityPart is what one part adds to a severity, and from what. */
@ObjectType()
export class SeverityPart {
  @Field(() => ExceptionEnums.SeverityPartName)
  id!: SeverityPartName;

  @Field(() => String)
  title!: string;

  @Field(() => Float, { description: "What it adds, in points of 100." })
  points!: number;

  @Field(() => Float, { description: "What it could add at most, by its weight." })
  most!: number;

  @Field(() => Float, { nullable: true, description: "What it is made of; null where the source said nothing." })
  value!: number | null;

  @Field(() => Float, { description: "From which value on it is full." })
  full!: number;

  @Field(() => String, { description: "money, seconds or ratio" })
  unit!: string;
}

/** AlikeExceptions is how far an exception reaches. */
@ObjectType()
export class AlikeExceptions {
  @Field(() => Int, { description: "Open exceptions of the same class at the same client, this one included." })
  open!: number;

  @Field(() => Int)
  stores!: number;
}

/** RankedException is an exception with how bad it is and why. */
@ObjectType()
export class RankedException extends Exception {
  @Field(() => ExceptionEnums.ExceptionState)
  state!: ExceptionState;

  @Field(() => Float, { nullable: true, description: "Until it was resolved, or until now." })
  ageSeconds!: number | null;

  @Field(() => Float, { description: "0 to 100; the parts sum to it." })
  severity!: number;

  @Field(() => [SeverityPart])
  severityParts!: SeverityPart[];

  @Field(() => AlikeExceptions)
  alike!: AlikeExceptions;
}

/** ExceptionClassTotal is what the exceptions of one class add up to. */
@ObjectType()
export class ExceptionClassTotal {
  @Field(() => String)
  class!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Int)
  stores!: number;

  @Field(() => [Money], { description: "By currency." })
  money!: Money[];
}

/** ExceptionConnection is one page of exceptions. */
@ObjectType()
export class ExceptionConnection {
  @Field(() => [RankedException])
  nodes!: RankedException[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => DateTimeScalar, { description: "The instant by which they are open and have an age." })
  asOf!: Date;

  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ExceptionClassTotal])
  classes!: ExceptionClassTotal[];
}
