import { parseSeconds } from "./parse-seconds.js";

const BLANK = /(?:\s|#[^\n]*)*/y;
const NUMBER = /(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?![\w:])|nan(?![\w:]))/iy;
const DURATION = /(?:\d+(?:ms|[smhdwy]))+|\d+(?:\.\d+)?/y;
const TEXT = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/y;

/** QueryScanner walks through the text of a query; what it cannot read it refuses with the place. */
export class QueryScanner {
  private at = 0;

  constructor(private readonly text: string) {
    this.skip(BLANK);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** take returns what an expression (sticky) finds here, and goes on behind it and the blanks that follow. */
  take(expression: RegExp): RegExpExecArray | undefined {
    const found = this.skip(expression);
    if (found !== null) this.skip(BLANK);
    return found ?? undefined;
  }

  /** peek tells whether an expression (sticky) would find something here. */
  peek(expression: RegExp): boolean {
    expression.lastIndex = this.at;
    return expression.test(this.text);
  }

  /** mark remembers a place to go back to with `reset`. */
  mark(): number {
    return this.at;
  }

  reset(place: number): void {
    this.at = place;
  }

  /** takeSign takes exactly these characters, if they stand here. */
  takeSign(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    this.skip(BLANK);
    return true;
  }

  need(sign: string): void {
    if (!this.takeSign(sign)) this.refuse(`"${sign}" is missing`);
  }

  takeNumber(): number | undefined {
    const found = this.take(NUMBER)?.[0].toLowerCase();
    if (found === undefined) return undefined;
    if (found === "inf") return Infinity;
    return found === "nan" ? Number.NaN : Number(found);
  }

  takeText(): string | undefined {
    const found = this.take(TEXT);
    if (found === undefined) return undefined;
    const [, double, single, raw] = found;
    return raw ?? unescape(double ?? single ?? "");
  }

  needMilliseconds(): number {
    const found = this.take(DURATION)?.[0] ?? this.refuse("a duration is missing");
    return Math.round(parseSeconds(found) * 1_000);
  }

  refuse(problem: string): never {
    const rest = this.text.slice(this.at, this.at + 20);
    const place = this.isAtEnd ? "at its end" : `at character ${this.at + 1} ("${rest}")`;
    throw new Error(`The query "${this.text}" is not understood: ${problem} ${place}.`);
  }

  private skip(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };

function unescape(text: string): string {
  return text.replaceAll(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])/g, (_, sign: string) =>
    sign.length > 1 ? String.fromCodePoint(Number.parseInt(sign.slice(1), 16)) : (ESCAPES[sign] ?? sign),
  );
}
