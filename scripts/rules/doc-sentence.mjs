import { placeOf } from "./place.mjs";

const EXEMPT =
  /\.(spec|int-spec|e2e-spec|config|d|module|type|input)\.|(^|\/)(index|main)\.tsx?$|\/schema\/|^web\/|^e2e\//;

/** docSentence wants a doc comment on exported functions and classes that starts with the name and states the contract. */
export const docSentence = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      missing:
        "Say in a doc comment what `{{name}}` promises: `/** {{name}} ... */` (contract, shapes, units, errors).",
    },
  },
  create(context) {
    if (EXEMPT.test(placeOf(context))) return {};
    const source = context.sourceCode;
    return {
      ExportNamedDeclaration(node) {
        const name = node.declaration?.id?.name;
        if (name === undefined || !["FunctionDeclaration", "ClassDeclaration"].includes(node.declaration.type)) return;
        const first = node.declaration.decorators?.[0] ?? node;
        const start = first.range[0] < node.range[0] ? first : node;
        const doc = source
          .getCommentsBefore(start)
          .findLast((comment) => comment.type === "Block" && comment.value.startsWith("*"));
        if (doc === undefined) context.report({ node: node.declaration.id, messageId: "missing", data: { name } });
      },
    };
  },
};
