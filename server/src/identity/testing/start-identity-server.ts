import { ApolloDriver, type ApolloDriverConfig } from "@nestjs/apollo";
import { Module, type DynamicModule } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { GraphQLModule } from "@nestjs/graphql";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { Problem } from "../../graphql/problem.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { RegistryModule } from "../../registry/registry.module.js";
import type { IdentityOptions } from "../build-identity.js";
import { IdentityModule } from "../identity.module.js";
import { IdentityChanges } from "../session/identity-changes.js";
import { SessionAuthenticator } from "../session/session-authenticator.js";

/** IdentityServer serves only identity and registry over real HTTP, the way the product's server does. */
export interface IdentityServer {
  readonly url: string;
  readonly authenticator: SessionAuthenticator;
  readonly changes: IdentityChanges;
  close(): Promise<void>;
}

@Module({})
class RootModule {}

/** startIdentityServer listens on a free port of the loopback interface; `more` are further modules to serve. */
export async function startIdentityServer(
  options: IdentityOptions,
  more: readonly DynamicModule[] = [],
): Promise<IdentityServer> {
  const identity = IdentityModule.register(options);
  const registry = RegistryModule.register({ postgres: options.postgres, now: options.now });
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [SessionAuthenticator],
    useFactory: (authenticator: SessionAuthenticator) => ({
      autoSchemaFile: true,
      csrfPrevention: { requestHeaders: ["x-watchfloor-csrf"] },
      context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
        scope: await authenticator.authenticate(request.headers),
        headers: request.headers,
        request,
        reply,
      }),
      formatError: (formatted, error) => {
        const cause = error instanceof GraphQLError ? error.originalError : error;
        if (!(cause instanceof Problem)) return formatted;
        return { message: cause.message, extensions: { code: cause.code, ...cause.details } };
      },
    }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: RootModule, imports: [registry, identity, ...more, graphql] },
    new FastifyAdapter(),
    { logger: false },
  );
  await app.listen(0, "127.0.0.1");
  return {
    url: await app.getUrl(),
    authenticator: app.get(SessionAuthenticator),
    changes: app.get(IdentityChanges),
    close: () => app.close(),
  };
}
