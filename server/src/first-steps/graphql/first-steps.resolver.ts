import { Inject } from "@nestjs/common";
import { Field, Int, ObjectType, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { FirstStepsService } from "../first-steps.service.js";

/** FirstSteps is whether anything has arrived yet, and where to send it. */
@ObjectType()
export class FirstSteps {
  @Field(() => Boolean, { description: "Whether an event within the caller's scope is stored." })
  hasEvents!: boolean;

  @Field(() => Boolean, { description: "Whether an event was refused and waits to be looked at." })
  hasRejected!: boolean;

  @Field(() => Int, { description: "The port of the receivers, on the host of the pages unless they run elsewhere." })
  ingestPort!: number;
}

/** FirstStepsResolver answers what an empty workspace needs first. */
@Resolver()
export class FirstStepsResolver {
  constructor(@Inject(FirstStepsService) private readonly service: FirstStepsService) {}

  @Query(() => FirstSteps, { description: "Whether anything has arrived yet, and where to send it." })
  firstSteps(@CurrentScope() scope: Scope): Promise<FirstSteps> {
    return this.service.find(scope);
  }
}
