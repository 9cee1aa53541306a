import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { GqlExecutionContext } from "@nestjs/graphql";
import type { Scope } from "../scope/scope.js";
import { Problem } from "./problem.js";
import type { RequestContext } from "./request-context.js";

/** CurrentScope gives a resolver the caller's scope and refuses the request when nobody is signed in. */
export const CurrentScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = GqlExecutionContext.create(context).getContext<RequestContext>();
  if (scope === undefined) {
    throw new Problem("UNAUTHENTICATED", "Sign in first.", {
      remedy: "Call signIn, or send `Authorization: Bearer` with a token or read key.",
    });
  }
  return scope;
});
