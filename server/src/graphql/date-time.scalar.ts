import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** DateTimeScalar is an instant as RFC 3339 text with a zone; it is refused without one, because local time is ambiguous. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    "An instant as RFC 3339 text with a zone, such as 2026-03-29T02:30:00Z; answers are in UTC with milliseconds.",
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    throw new GraphQLError("DateTime can only answer instants.");
  },
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function parseInstant(value: unknown): Date {
  const instant = typeof value === "string" && RFC_3339.test(value) ? new Date(value) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw new GraphQLError(
      `"${String(value)}" is not a time: write RFC 3339 with a zone, such as 2026-03-29T00:00:00Z.`,
      {
        extensions: { code: "BAD_USER_INPUT", remedy: "Write RFC 3339 with a zone, such as 2026-03-29T00:00:00Z." },
      },
    );
  }
  return instant;
}
