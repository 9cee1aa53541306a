import { Field, ObjectType } from "@nestjs/graphql";

/** PageInfo says where the next page starts. */
@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
