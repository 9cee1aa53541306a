/** silencingAs refuses assertions that switch the type check off, unless a NOTE says why the type is right. */
export const silencingAs = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      silent:
        "`as {{type}}` silences the type check. Check the value (a type guard or a zod schema), or say in a `// NOTE:` above the line why the type is right.",
    },
  },
  create(context) {
    const source = context.sourceCode;
    const hasNote = (node) => {
      const line = node.loc.start.line;
      return source
        .getAllComments()
        .some(
          (comment) =>
            /\b(NOTE|TRICKY):/.test(comment.value) &&
            line - comment.loc.end.line >= 0 &&
            line - comment.loc.end.line <= 3,
        );
    };
    return {
      TSAsExpression(node) {
        const type = node.typeAnnotation.type;
        const isDouble = type === "TSUnknownKeyword" && node.parent.type === "TSAsExpression";
        const name = isDouble
          ? "unknown as ..."
          : type === "TSAnyKeyword"
            ? "any"
            : type === "TSNeverKeyword"
              ? "never"
              : undefined;
        if (name !== undefined && !hasNote(node)) context.report({ node, messageId: "silent", data: { type: name } });
      },
    };
  },
};
