import { TreeInterpreter, compile, type JSONValue } from "@jmespath-community/jmespath";
import { PathFault } from "./path-fault.js";

/** Path finds what a path expression names in a document; null and undefined where it names nothing. Throws `RangeError` for documents deeper than the stack. */
export type Path = (document: unknown) => unknown;

const LONGEST_PATH = 512;

/**
 * The parts of JMESPath a path may be made of. They only choose among what the document holds, so an answer is never larger than
 * the document and the time grows with document times path. Functions, arithmetic, variables, lists and objects that a path
 * would build, and `$`, which reaches out of a filter, can cost more and are left out.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  ...[
    "Field",
    "Subexpression",
    "Index",
    "IndexExpression",
    "Slice",
    "Projection",
    "ValueProjection",
    "FilterProjection",
  ],
  ...[
    "Flatten",
    "Identity",
    "Current",
    "Literal",
    "Comparator",
    "AndExpression",
    "OrExpression",
    "NotExpression",
    "Pipe",
  ],
]);

/** compilePath prepares a path expression (JMESPath without functions). Throws `PathFault` when it is none. */
export function compilePath(expression: string): Path {
  if (expression.length > LONGEST_PATH)
    throw new PathFault(`a path has at most ${LONGEST_PATH} characters, this one has ${expression.length}`);
  const tree = parse(expression);
  checkParts(tree);
  return (document) => TreeInterpreter.search(tree, document as JSONValue);
}

function parse(expression: string): ReturnType<typeof compile> {
  try {
    return compile(expression);
  } catch (cause) {
    throw new PathFault(`not a path expression: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function checkParts(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  const { type, ...inner } = part as Readonly<Record<string, unknown>>;
  if (typeof type !== "string" || !ALLOWED.has(type))
    throw new PathFault(
      `a path names what a document holds: ${String(type)} is not allowed, use the functions of the mapping instead`,
    );
  if (type === "Literal") return;
  const { name } = inner;
  if (type === "Field" && typeof name === "string" && name in Object.prototype)
    throw new PathFault(`"${name}" is not allowed: every object has it, sent or not`);
  for (const child of Object.values(inner)) checkParts(child);
}
