import { Field, ID, ObjectType } from "@nestjs/graphql";

/** PanelFilter narrows one panel further than its page; a missing list does not narrow. The fields are those of `ScopeFilterInput`. */
@ObjectType()
export class PanelFilter {
  @Field(() => [ID], { nullable: true })
  clients!: string[] | null;

  @Field(() => [ID], { nullable: true })
  brands!: string[] | null;

  @Field(() => [ID], { nullable: true })
  regions!: string[] | null;

  @Field(() => [ID], { nullable: true })
  stores!: string[] | null;

  @Field(() => [ID], { nullable: true })
  channels!: string[] | null;

  @Field(() => [ID], { nullable: true })
  partners!: string[] | null;

  @Field(() => [ID], { nullable: true })
  workflows!: string[] | null;

  @Field(() => [ID], { nullable: true })
  steps!: string[] | null;

  @Field(() => [ID], { nullable: true })
  sources!: string[] | null;

  @Field(() => [ID], { nullable: true })
  measures!: string[] | null;

  @Field(() => [ID], { nullable: true })
  outcomes!: string[] | null;

  @Field(() => [ID], { nullable: true })
  errorClasses!: string[] | null;

  @Field(() => [ID], { nullable: true })
  exceptionClasses!: string[] | null;
}
