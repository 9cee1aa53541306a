import { Field, ObjectType } from "@nestjs/graphql";
import { Channel } from "./channel.type.js";
import { Client } from "./client.type.js";
import { Partner } from "./partner.type.js";
import { Region } from "./region.type.js";
import { Store } from "./store.type.js";
import { Workflow } from "./workflow.type.js";

/** Registry is what the tenant knows of its network, limited to the scope of whoever asks. */
@ObjectType()
export class Registry {
  @Field(() => [Client])
  clients!: readonly Client[];

  @Field(() => [Region])
  regions!: readonly Region[];

  @Field(() => [Store])
  stores!: readonly Store[];

  @Field(() => [Channel])
  channels!: readonly Channel[];

  @Field(() => [Partner])
  partners!: readonly Partner[];

  @Field(() => [Workflow])
  workflows!: readonly Workflow[];
}
