/** FailureKind says what a caller should do: try again later, treat it as our bug, or ask for less. */
export type FailureKind = "unavailable" | "overload" | "bug";

/** Codes of ClickHouse's error list that mean the question was too big for its limits. */
const OVERLOAD_CODES = new Set(["159", "160", "241", "202", "158", "307", "396"]);
/** Codes that pass by themselves: network, too many parts, read-only replica, keeper. */
const UNAVAILABLE_CODES = new Set(["209", "210", "252", "242", "999", "225", "243", "425"]);

/** Codes that mean a value could not be read as its column's type: repeating the same rows cannot help. */
const DATA_CODES = new Set(["6", "26", "27", "33", "38", "41", "53", "69", "72", "117", "321", "407", "467"]);

/** What Node and the client say of a connection that failed; "Timeout error." is the client's word for no answer in time. */
const CONNECTION_LOST =
  /ECONN|ETIMEDOUT|EPIPE|socket|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|PREMATURE_CLOSE|aborted|Timeout error\./i;

/** ClickHouseFailure is every error of the analytics engine, classified once. */
export class ClickHouseFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;

  constructor(name: string, cause: unknown) {
    const text = cause instanceof Error ? cause.message : String(cause);
    // Behind "before:" the engine quotes rows, which do not belong into logs.
    const code = readCode(cause);
    const said = (text.split("\n")[0] ?? text).replace(/ before: .*$/, "");
    // The client takes code and name out of the server's words; whoever reads a log needs them.
    super(`${name}: ${/^\d+$/.test(code) && !text.startsWith("Code: ") ? `code ${code}, ` : ""}${said}`, { cause });
    this.name = "ClickHouseFailure";
    this.code = code;
    this.kind = classify(this.code, cause);
  }

  /** isAboutData is true when rows of an insert are at fault, not the engine or the statement. */
  get isAboutData(): boolean {
    return DATA_CODES.has(this.code);
  }
}

function readCode(cause: unknown): string {
  if (typeof cause !== "object" || cause === null) return "";
  // The embedded engine's binding has codes of its own besides those of ClickHouse.
  if ("clickhouseCode" in cause && cause.clickhouseCode !== undefined) return String(cause.clickhouseCode);
  return "code" in cause ? String(cause.code) : "";
}

function classify(code: string, cause: unknown): FailureKind {
  if (OVERLOAD_CODES.has(code)) return "overload";
  if (UNAVAILABLE_CODES.has(code)) return "unavailable";
  // The engine itself answered: words of its message may come from the statement.
  if (/^\d+$/.test(code)) return "bug";
  return CONNECTION_LOST.test(`${code} ${String(cause)}`) ? "unavailable" : "bug";
}
