import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from "graphql";

/**
 * buildDepthRule refuses documents nested deeper than `maxDepth`. Introspection (`__schema`, `__type`) is let through: tools
 * ask it deeply and it costs nothing.
 */
export function buildDepthRule(maxDepth: number): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      if (measureDepth(operation.selectionSet, context, new Set()) <= maxDepth) return;
      context.reportError(
        new GraphQLError(`The query is nested deeper than ${maxDepth} levels.`, {
          nodes: [operation],
          extensions: { code: "BAD_USER_INPUT", field: "query", remedy: "Ask for less at once, in several queries." },
        }),
      );
    },
  });
}

function measureDepth(
  set: SelectionSetNode | undefined,
  context: ValidationContext,
  entered: ReadonlySet<string>,
): number {
  let deepest = 0;
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      deepest = Math.max(deepest, 1 + measureDepth(selection.selectionSet, context, entered));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, measureDepth(selection.selectionSet, context, entered));
    } else if (!entered.has(selection.name.value)) {
      // A fragment that contains itself is refused by GraphQL's own rules; here it must only not loop.
      const fragment = context.getFragment(selection.name.value);
      deepest = Math.max(
        deepest,
        measureDepth(fragment?.selectionSet, context, new Set([...entered, selection.name.value])),
      );
    }
  }
  return deepest;
}
