import { Field, ID, ObjectType } from "@nestjs/graphql";

/** ScopeView says what a caller may see, one list of ids a dimension; null = everything of the tenant. */
@ObjectType()
export class ScopeView {
  @Field(() => [ID], { nullable: true })
  clients!: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "`region`, or `client/region`." })
  regions!: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "`store`, or `client/store`." })
  stores!: readonly string[] | null;

  @Field(() => [ID], { nullable: true })
  channels!: readonly string[] | null;

  @Field(() => [ID], { nullable: true })
  partners!: readonly string[] | null;
}
