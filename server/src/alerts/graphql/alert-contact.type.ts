import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { NotificationEnums } from "./notification-enums.js";

/** AlertContact is one endpoint that is told about alerts. Of its address only a hint is ever shown. */
@ObjectType()
export class AlertContact {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => NotificationEnums.ContactKind)
  kind!: string;

  @Field(() => NotificationEnums.ContactMode, { description: "Each transition at once, or put together." })
  mode!: string;

  @Field(() => String, { description: "An address of mail; of others the host, or the last signs of a key." })
  hint!: string;

  @Field(() => ID)
  owner!: string;

  @Field(() => String, { description: "What the owner is called." })
  ownerName!: string;

  @Field(() => Boolean, { description: "Whether the caller may change, test and delete it." })
  isEditable!: boolean;

  @Field(() => Boolean)
  isEnabled!: boolean;

  @Field(() => Boolean, { description: "Whether its address was confirmed; until then it is told nothing." })
  isConfirmed!: boolean;

  @Field(() => Boolean, { description: "Whether it is told what is critical and reached nobody else." })
  isFallback!: boolean;

  @Field(() => String, { nullable: true, description: "Why it is switched off, or what people must look at." })
  trouble!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}
