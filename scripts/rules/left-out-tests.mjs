const RUNNERS = new Set(["describe", "it", "test"]);
const LEFT_OUT = new Set(["skip", "only", "todo", "failing"]);
const SHORT = new Set(["xdescribe", "xit", "xtest", "fdescribe", "fit"]);

/** leftOutTests refuses skipped, focused and planned tests: the count of a run must mean all of them. */
export const leftOutTests = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      left: "`{{name}}` leaves tests out. Make the test pass, or delete it; what a test needs is installed by .ci/run.",
    },
  },
  create(context) {
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (object.type !== "Identifier" || property.type !== "Identifier") return;
        if (!RUNNERS.has(object.name) || !LEFT_OUT.has(property.name)) return;
        context.report({ node, messageId: "left", data: { name: `${object.name}.${property.name}` } });
      },
      CallExpression(node) {
        if (node.callee.type === "Identifier" && SHORT.has(node.callee.name)) {
          context.report({ node, messageId: "left", data: { name: node.callee.name } });
        }
      },
    };
  },
};
