import mustache from "mustache";
import type { TemplateFault } from "./template-fault.js";

/** MAX_TEMPLATE is how many UTF-16 units a text of a template may have. */
export const MAX_TEMPLATE = 8_000;
/** The parser looks for the end of a tag in what is left of the text, so a tag that never ends would cost the square of it. */
const MAX_TAG = 100;
const MAX_DEPTH = 6;
/** first.labels.system has three. */
const MAX_PARTS = 4;
const [OPEN, CLOSE] = ["{{", "}}"] as const;

/** TemplateNode is a piece of a template: text, a value, or what stands between the ends of a section. */
export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly name: string; readonly path: readonly string[]; readonly line: number }
  | {
      readonly kind: "section";
      readonly name: string;
      readonly path: readonly string[];
      readonly line: number;
      readonly isInverted: boolean;
      readonly children: readonly TemplateNode[];
    };

/**
 * parseTemplate reads the Mustache language without what reaches out of a text: partials and other tags are refused. `{{{x}}}` and `{{&x}}` are
 * the same as `{{x}}`: nothing is escaped here, everything is by the channel. Returns the faults where it cannot be read.
 */
export function parseTemplate(source: string): readonly TemplateNode[] | TemplateFault {
  const fault = checkTags(source);
  if (fault !== undefined) return fault;
  try {
    // A writer of its own: the shared one keeps every text it has ever read.
    const tokens: unknown = new mustache.Writer().parse(source);
    return readTokens(tokens, { source, depth: 0 });
  } catch (cause) {
    if (cause instanceof Refusal) return cause.fault;
    return describeCause(cause, source);
  }
}

/** findLine counts lines from 1 up to a place in a text. */
export function findLine(source: string, at: number): number {
  return source.slice(0, at).split("\n").length;
}

class Refusal extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault.message);
  }
}

/** Before the parser sees it: length, tags that do not end, and tags that change what a tag is. */
function checkTags(source: string): TemplateFault | undefined {
  if (source.length > MAX_TEMPLATE)
    return { code: "TOO_LONG", line: 1, message: `At most ${MAX_TEMPLATE} characters; it has ${source.length}.` };
  for (let at = source.indexOf(OPEN); at !== -1; at = source.indexOf(OPEN, at)) {
    const line = findLine(source, at);
    const end = source.slice(at, at + MAX_TAG).indexOf(CLOSE);
    if (end === -1) return { code: "NOT_CLOSED", line, message: "A tag begins with {{ and does not end with }}." };
    const inside = source.slice(at + OPEN.length, at + end).trim();
    if (inside.startsWith("=")) return { code: "NOT_ALLOWED", line, message: "Tags cannot be changed: {{= … =}}." };
    at += end + CLOSE.length;
  }
  return undefined;
}

function readTokens(tokens: unknown, at: { readonly source: string; readonly depth: number }): TemplateNode[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown) => (Array.isArray(token) ? readToken(token, at) : []));
}

function readToken(
  [type, value, start, , children]: readonly unknown[],
  { source, depth }: { readonly source: string; readonly depth: number },
): TemplateNode[] {
  const text = String(value);
  if (type === "text") return [{ kind: "text", text }];
  if (type === "!") return [];
  const line = findLine(source, Number(start));
  const refuse = (code: TemplateFault["code"], message: string) => new Refusal({ code, line, message });
  const path = text.split(".");
  if (path.length > MAX_PARTS) throw refuse("NOT_ALLOWED", `{{${text}}} has more than ${MAX_PARTS} parts.`);
  if (type === "name" || type === "&" || type === "{") return [{ kind: "value", name: text, path, line }];
  if (type !== "#" && type !== "^")
    throw refuse("NOT_ALLOWED", `{{${String(type)}${text}}} is not allowed: templates stand on their own.`);
  if (depth >= MAX_DEPTH) throw refuse("TOO_DEEP", `Sections stand within each other, at most ${MAX_DEPTH} deep.`);
  const within = readTokens(children, { source, depth: depth + 1 });
  return [{ kind: "section", name: text, path, line, isInverted: type === "^", children: within }];
}

/** The parser says where by a position at the end of its sentence. */
function describeCause(cause: unknown, source: string): TemplateFault {
  const [, words = "It cannot be read", at = "0"] =
    /^(.*?)(?: at (\d+))?$/.exec(String(Reflect.get(Object(cause), "message"))) ?? [];
  return { code: "NOT_CLOSED", line: findLine(source, Number(at)), message: `${words}.` };
}
