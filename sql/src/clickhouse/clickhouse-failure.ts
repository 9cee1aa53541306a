/** FailureKind says what a caller should do: try again later, treat it as our bug, or ask for less. */
export type FailureKind = "unavailable" | "overload" | "bug";

/** Codes of ClickHouse's error list that mean the question was too big for its limits. */
const OVERLOAD_CODES = new Set(["159", "160", "241", "202", "158", "307", "396"]);
/** Codes that pass by themselves: network, too many parts, read-only replica, keeper. */
const UNAVAILABLE_CODES = new Set(["209", "210", "252", "242", "999", "225", "243", "425"]);

/** ClickHouseFailure is every error of the analytics engine, classified once. */
export class ClickHouseFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;

  constructor(name: string, cause: unknown) {
    const text = cause instanceof Error ? cause.message : String(cause);
    super(`${name}: ${text.split("\n")[0] ?? text}`, { cause });
    this.name = "ClickHouseFailure";
    this.code = readCode(cause);
    this.kind = classify(this.code, cause);
  }
}

function readCode(cause: unknown): string {
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return "";
}

function classify(code: string, cause: unknown): FailureKind {
  if (OVERLOAD_CODES.has(code)) return "overload";
  if (UNAVAILABLE_CODES.has(code)) return "unavailable";
  if (/ECONN|ETIMEDOUT|EPIPE|socket|ENOTFOUND|EAI_AGAIN/i.test(`${code} ${String(cause)}`)) return "unavailable";
  return "bug";
}
