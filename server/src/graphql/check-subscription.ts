import { GraphQLError, Kind, parse } from "graphql";

const MAX_DOCUMENT_LENGTH = 4_000;

/**
 * checkSubscription refuses everything but a small subscription on the WebSocket: questions go over HTTP, where their depth
 * and cost are limited. Returns the refusals, or undefined.
 */
export function checkSubscription(payload: unknown): readonly GraphQLError[] | undefined {
  const text = (payload as { query?: unknown } | undefined)?.query;
  if (typeof text !== "string" || text.length > MAX_DOCUMENT_LENGTH)
    return [refuse("The document is missing or too long.")];
  try {
    const operations = parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    if (operations.length === 1 && operations[0]?.operation === "subscription") return undefined;
    return [refuse("Only one subscription can be asked over the WebSocket.")];
  } catch (cause) {
    return [cause instanceof GraphQLError ? cause : refuse("The document cannot be read.")];
  }
}

function refuse(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "BAD_USER_INPUT", remedy: "Ask queries and mutations over HTTP at /graphql." },
  });
}
