import { Field, ID, ObjectType } from "@nestjs/graphql";

/** AlertAudienceGap is a client of whose critical alerts nobody is told, or of some of them only. */
@ObjectType()
export class AlertAudienceGap {
  @Field(() => ID)
  client!: string;

  @Field(() => Boolean, { description: "Whether somebody is told of some of them." })
  isPartly!: boolean;
}
