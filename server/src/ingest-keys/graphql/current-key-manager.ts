import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { GqlExecutionContext } from "@nestjs/graphql";
import { Problem } from "../../graphql/problem.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { findKeyManager, type KeyManager } from "../key-manager.js";

/** CurrentKeyManager gives a resolver whose keys the caller may manage, and refuses everybody who may manage none. */
export const CurrentKeyManager = createParamDecorator((_: unknown, context: ExecutionContext): KeyManager => {
  const { scope } = GqlExecutionContext.create(context).getContext<RequestContext>();
  if (scope === undefined) throw new Problem("UNAUTHENTICATED", "Sign in first.", { remedy: "Call signIn." });
  const manager = findKeyManager(scope);
  if (manager === undefined)
    throw new Problem("FORBIDDEN", "Only administrators manage ingest keys.", {
      remedy: "Ask an administrator whose scope is the whole tenant or whole clients.",
    });
  return manager;
});
