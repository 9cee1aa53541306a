import { Field, ID, InputType } from "@nestjs/graphql";

/** AttributeFilterInput keeps rows whose attribute has exactly this value. */
@InputType()
export class AttributeFilterInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

/** ScopeFilterInput narrows what the caller may see, never widens it; a missing list does not narrow. */
@InputType()
export class ScopeFilterInput {
  @Field(() => [ID], { nullable: true })
  clients?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "`store` in any client, or `client/store`." })
  stores?: string[] | null;

  @Field(() => [ID], { nullable: true })
  channels?: string[] | null;

  @Field(() => [ID], { nullable: true })
  partners?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "`region` in any client, or `client/region`; resolved to stores by the registry.",
  })
  regions?: string[] | null;

  @Field(() => [ID], { nullable: true })
  brands?: string[] | null;

  @Field(() => [ID], { nullable: true })
  workflows?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Only what is counted of steps can be filtered by them." })
  steps?: string[] | null;

  @Field(() => [ID], { nullable: true })
  sources?: string[] | null;

  @Field(() => [ID], { nullable: true })
  measures?: string[] | null;

  @Field(() => [ID], { nullable: true })
  changes?: string[] | null;

  @Field(() => [ID], { nullable: true })
  outcomes?: string[] | null;

  @Field(() => [ID], { nullable: true })
  errorClasses?: string[] | null;

  @Field(() => [ID], { nullable: true })
  exceptionClasses?: string[] | null;

  @Field(() => [AttributeFilterInput], { nullable: true })
  attributes?: AttributeFilterInput[] | null;
}
