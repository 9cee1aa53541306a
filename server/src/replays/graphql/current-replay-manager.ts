import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { GqlExecutionContext } from "@nestjs/graphql";
import { Problem } from "../../graphql/problem.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { findReplayManager, type ReplayManager } from "../replay-manager.js";

/** CurrentReplayManager gives a resolver what the caller may replay, and refuses everybody who may replay nothing. */
export const CurrentReplayManager = createParamDecorator((_: unknown, context: ExecutionContext): ReplayManager => {
  const { scope } = GqlExecutionContext.create(context).getContext<RequestContext>();
  if (scope === undefined) throw new Problem("UNAUTHENTICATED", "Sign in first.", { remedy: "Call signIn." });
  const manager = findReplayManager(scope);
  if (manager === undefined)
    throw new Problem("FORBIDDEN", "Only administrators see and begin replays.", {
      remedy: "Ask an administrator whose scope is the whole tenant or whole clients.",
    });
  return manager;
});
