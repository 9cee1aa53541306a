import { Field, ID, ObjectType } from "@nestjs/graphql";
import { Tenant } from "../../registry/graphql/tenant.type.js";
import { RoleEnum } from "./role.enum.js";
import { ScopeView } from "./scope-view.type.js";

/** Me is who asks: a person, or a script with a read key (whose email is ''). */
@ObjectType()
export class Me {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => RoleEnum)
  role!: string;

  @Field(() => Tenant)
  tenant!: Tenant;

  @Field(() => ScopeView)
  scope!: ScopeView;

  @Field(() => Boolean)
  maySeeSql!: boolean;
}
