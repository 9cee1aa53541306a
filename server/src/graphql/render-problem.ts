import { ClickHouseFailure, type FailureKind } from "@watchfloor/sql";
import { GraphQLError, Kind, type GraphQLFormattedError } from "graphql";
import { Problem, type ProblemCode } from "./problem.js";

/** The exhaustive mapping of engine failures; a new kind breaks the build. */
const FAILURES: Readonly<Record<FailureKind, { code: ProblemCode; message: string; remedy: string }>> = {
  overload: {
    code: "OVERLOADED",
    message: "The question needs more time or memory than one request may use.",
    remedy: "Ask for a shorter range, a coarser granularity or fewer groups.",
  },
  unavailable: {
    code: "UNAVAILABLE",
    message: "The store of measurements does not answer at the moment.",
    remedy: "Try again in some seconds.",
  },
  bug: {
    code: "INTERNAL",
    message: "The question failed inside.",
    remedy: "Try again; if it stays, tell whoever runs this installation.",
  },
};

/** Codes of GraphQL's own refusals, which say what is wrong with the document. */
const DOCUMENT_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
]);

/** renderProblem words every error that leaves the server: problems as they are, failures of engines classified, surprises without any detail of the inside. */
export function renderProblem(
  formatted: GraphQLFormattedError,
  error: unknown,
  onSurprise: (cause: unknown) => void,
): GraphQLFormattedError {
  const cause = error instanceof GraphQLError && error.originalError !== undefined ? error.originalError : error;
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (cause instanceof Problem)
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
  if (cause instanceof ClickHouseFailure) {
    const { code, message, remedy } = FAILURES[cause.kind];
    if (cause.kind !== "overload") onSurprise(cause);
    return { message, ...place, extensions: { code, remedy } };
  }
  const code = formatted.extensions?.["code"];
  if (typeof code === "string" && DOCUMENT_CODES.has(code)) {
    const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, ...place, extensions };
  }
  if (isAboutArgument(cause))
    return {
      message: formatted.message,
      ...place,
      extensions: { code: "BAD_USER_INPUT", remedy: "Give the argument a value, or leave it out." },
    };
  onSurprise(cause);
  const { message, remedy } = FAILURES.bug;
  return { message, ...place, extensions: { code: "INTERNAL", remedy } };
}

/** A variable without a value is found when its field is resolved, after all checks of the document; GraphQL then points at the value, else at a field. */
function isAboutArgument(cause: unknown): boolean {
  if (!(cause instanceof GraphQLError) || cause.originalError !== undefined) return false;
  const [node] = cause.nodes ?? [];
  return node !== undefined && node.kind !== Kind.FIELD;
}
