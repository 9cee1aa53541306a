const MAX_LENGTH = 400;
const MAX_FRAMES = 12;
/** Names of errors whose words quote what could not be read. */
const QUOTING = /^(SyntaxError|URIError)\b/;
const QUOTED = /'(?:[^'\\]|\\.)*('|$)|"(?:[^"\\]|\\.)*("|$)|`(?:[^`\\]|\\.)*(`|$)/g;

/**
 * renderFailure says of a failure what a log may hold: what kind, which code, where in our code, and the engine's sentence without
 * anything it quotes. Rows, parameters, statements and what was sent never get there, whoever worded the failure.
 */
export function renderFailure(cause: unknown): string {
  if (!(cause instanceof Error)) return renderSentence(String(cause));
  const root = findRoot(cause);
  const code = "code" in root && root.code !== undefined ? ` ${String(root.code)}` : "";
  const sentence = renderSentence(root.message);
  const said = QUOTING.test(root.name) || sentence === "" ? "" : `: ${sentence}`;
  return [`${root.name}${code}${said}`, ...readFrames(cause)].join("\n");
}

/** The data layer's error repeats the statement with its parameters; what the database said is its cause. */
function findRoot(cause: Error): Error {
  const isQuery = "query" in cause && "params" in cause;
  return isQuery && cause.cause instanceof Error ? findRoot(cause.cause) : cause;
}

function renderSentence(text: string): string {
  const [name] = QUOTING.exec(text) ?? [];
  if (name !== undefined) return name;
  // Only the first line: statements, parameters and rows follow on others. A statement on the first line is one of the data layer's.
  const line = (text.split(/[\r\n]/)[0] ?? "").replace(/^(Error: )?Failed query: .*$/, "a query failed");
  return line
    .replace(/ before: .*$/, "")
    .replace(QUOTED, "'?'")
    .slice(0, MAX_LENGTH);
}

function readFrames({ stack, message, name }: Error): string[] {
  if (stack === undefined) return [];
  // TRICKY: lines of the message may look like frames, so they are cut off by its length, not by how they look.
  const start = stack.indexOf(message);
  const behind = start < 0 ? stack.slice(name.length) : stack.slice(start + message.length);
  return behind
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_FRAMES);
}
