import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloDriver, type ApolloDriverConfig } from "@nestjs/apollo";
import type { DynamicModule } from "@nestjs/common";
import { GraphQLModule } from "@nestjs/graphql";
import { renderFailure } from "@watchfloor/sql";
import type { Logger } from "pino";
import { buildCostPlugin } from "../graphql/build-cost-plugin.js";
import { buildDepthRule } from "../graphql/build-depth-rule.js";
import { renderProblem } from "../graphql/render-problem.js";
import { AUTHENTICATOR, type Authenticator } from "../scope/authenticator.js";
import { checkSubscription } from "../graphql/check-subscription.js";
import { buildContext, buildSocketHeaders, type SocketContext } from "./build-context.js";

/** The deepest page of ours asks 9 levels. */
const MAX_DEPTH = 12;
/** The largest page of ours costs about 900. */
const MAX_COST = 10_000;

/** buildGraphqlModule is /graphql over HTTP and WebSocket: limits on depth and cost, CSRF prevention, errors without insides. */
export function buildGraphqlModule(logger: Logger): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [AUTHENTICATOR],
    useFactory: (authenticator: Authenticator): ApolloDriverConfig => ({
      autoSchemaFile: true,
      sortSchema: true,
      introspection: true,
      playground: false,
      graphiql: false,
      includeStacktraceInErrorResponses: false,
      csrfPrevention: { requestHeaders: ["x-watchfloor-csrf"] },
      validationRules: [buildDepthRule(MAX_DEPTH)],
      // Cache hints would be collected at every field of every row; no answer here may be kept by a cache.
      plugins: [buildCostPlugin(MAX_COST), ApolloServerPluginCacheControlDisabled()],
      context: buildContext(authenticator),
      formatError: (formatted, error) =>
        renderProblem(formatted, error, (cause) => logger.error({ cause: renderFailure(cause) }, "question failed")),
      subscriptions: {
        "graphql-ws": {
          path: "/graphql",
          // Refused before anything is asked: a page of another site, or nobody who is signed in.
          onConnect: async (socket: unknown) =>
            (await authenticator.authenticate(buildSocketHeaders(socket as SocketContext))) !== undefined,
          onSubscribe: (_socket: unknown, ...[, payload]: readonly unknown[]) => checkSubscription(payload),
        },
      },
    }),
  });
}
