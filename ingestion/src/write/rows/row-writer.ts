import { FAR_FUTURE } from "@watchfloor/sql";

const FIRST_BYTES = 64 * 1024;
/** Longer texts are written by the runtime; shorter ones are copied here faster than they are handed over. */
const SHORT_TEXT = 96;
/** UTF-8 needs at most three bytes for each UTF-16 unit. */
const BYTES_A_UNIT = 3;
/** Bytes of the longest number written digit by digit, its fraction and the end of the cell. */
const NUMBER_BYTES = 32;

const TAB = 9;
const LINE_FEED = 10;
const FIRST_PRINTABLE = 32;
const DOT = 46;
const ZERO = 48;
const BACKSLASH = 92;
const LAST_ASCII = 126;

const SPECIAL = /[\\\t\n\r\0]/g;
const SPECIAL_OR_QUOTE = /[\\\t\n\r\0']/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\\0",
  "'": "\\'",
};
const NULL = "\\N";
const EMPTY_MAP = "{}";
const EMPTY_LIST = "[]";
/** Before September 2001 seconds have fewer digits, which the engine takes for something else. */
const FIRST_TEN_DIGITS_MS = 1e12;
const FAR_FUTURE_MS = Date.parse(`${FAR_FUTURE.replace(" ", "T")}Z`);

/**
 * RowWriter collects rows of ClickHouse's TabSeparated format as bytes outside the heap, cell by cell. Rows that waited for the
 * engine as objects or strings were half of the receiver's processor time: the collector copied and marked them again and again.
 */
export class RowWriter {
  #bytes = Buffer.alloc(0);
  #length = 0;
  /** Where the last whole row ends. */
  #end = 0;
  #count = 0;

  /** count of whole rows. */
  get count(): number {
    return this.#count;
  }

  /** length of the rows in bytes. */
  get length(): number {
    return this.#length;
  }

  /** text writes one text, escaped; absent is empty. */
  text(value: string | undefined | null): this {
    const bytes = this.#reserve((value?.length ?? 0) * BYTES_A_UNIT + 1);
    if (value !== undefined && value !== null && value !== "" && !this.#putPlain(value, bytes)) this.#putEscaped(value);
    return this.#endCell();
  }

  /** textBytes writes UTF-8 text as it came. `isPlain` says that nothing in it needs an escape. */
  textBytes(source: Buffer, start: number, end: number, isPlain: boolean): this {
    if (!isPlain) return this.text(source.toString("utf8", start, end));
    const bytes = this.#reserve(end - start + 1);
    this.#length += source.copy(bytes, this.#length, start, end);
    return this.#endCell();
  }

  /** instant writes milliseconds since 1970 as seconds with three decimals, which the engine reads fastest; absent is the far future. */
  instant(ms: number = FAR_FUTURE_MS): this {
    if (ms < FIRST_TEN_DIGITS_MS) return this.#verbatim(renderInstant(ms));
    const bytes = this.#reserve(NUMBER_BYTES);
    const seconds = Math.floor(ms / 1000);
    const rest = Math.floor(ms) - seconds * 1000;
    this.#putDigits(seconds, bytes);
    bytes[this.#length] = DOT;
    bytes[this.#length + 1] = ZERO + Math.floor(rest / 100);
    bytes[this.#length + 2] = ZERO + (Math.floor(rest / 10) % 10);
    bytes[this.#length + 3] = ZERO + (rest % 10);
    this.#length += 4;
    return this.#endCell();
  }

  /** second writes milliseconds since 1970 for a DateTime without fraction. */
  second(ms: number): this {
    return this.#verbatim(renderInstant(ms).slice(0, 19));
  }

  /** whole writes a whole number that is not negative. */
  whole(value: number): this {
    this.#putDigits(value, this.#reserve(NUMBER_BYTES));
    return this.#endCell();
  }

  /** number writes any number or its decimal text; absent is NULL. */
  number(value: number | string | undefined | null): this {
    return this.#verbatim(value === undefined || value === null ? NULL : String(value));
  }

  /** decimal writes a number with at most nine decimals and no exponent; absent is NULL. */
  decimal(value: number | string | undefined | null): this {
    if (value === undefined || value === null) return this.#verbatim(NULL);
    return this.#verbatim(
      typeof value === "number" && Number.isInteger(value) ? value.toFixed(0) : Number(value).toFixed(9),
    );
  }

  /** map writes a Map(String, String). */
  map(entries: Readonly<Record<string, string>> | undefined): this {
    if (entries === undefined) return this.#verbatim(EMPTY_MAP);
    let text = "";
    for (const key in entries) text += `${text === "" ? "" : ","}${quote(key)}:${quote(entries[key] ?? "")}`;
    return this.#verbatim(text === "" ? EMPTY_MAP : `{${text}}`);
  }

  /** list writes an Array(String). */
  list(values: Iterable<string>): this {
    return this.#verbatim(`[${[...values].map(quote).join(",")}]`);
  }

  /** instantAndWhole writes a Tuple(DateTime64(3), UInt32). */
  instantAndWhole(ms: number, value: number): this {
    return this.#verbatim(`('${renderInstant(ms)}',${value})`);
  }

  /** instants writes a Tuple(DateTime64(3), DateTime64(3)). */
  instants(firstMs: number, secondMs: number): this {
    return this.#verbatim(`('${renderInstant(firstMs)}','${renderInstant(secondMs)}')`);
  }

  /** pauses writes an Array(Tuple(DateTime64(3), DateTime64(3), String)): from, to, reason; a `to` that is absent is the far future. */
  pauses(pauses: readonly { fromMs: number; toMs: number | undefined; reason: string }[]): this {
    if (pauses.length === 0) return this.#verbatim(EMPTY_LIST);
    const tuples = pauses.map(
      ({ fromMs, toMs, reason }) =>
        `('${renderInstant(fromMs)}','${renderInstant(toMs ?? FAR_FUTURE_MS)}',${quote(reason)})`,
    );
    return this.#verbatim(`[${tuples.join(",")}]`);
  }

  /** endRow ends the row after its last cell. */
  endRow(): void {
    this.#bytes[this.#length - 1] = LINE_FEED;
    this.#end = this.#length;
    this.#count += 1;
  }

  /** dropCells forgets the cells behind the last whole row: what was begun could not be ended. */
  dropCells(): void {
    this.#length = this.#end;
  }

  /** toBuffer returns the rows; until `clear` nothing may be added while they are in use. */
  toBuffer(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** clear forgets the rows and keeps the memory for the next ones. */
  clear(): void {
    this.#length = 0;
    this.#end = 0;
    this.#count = 0;
  }

  #endCell(): this {
    this.#bytes[this.#length] = TAB;
    this.#length += 1;
    return this;
  }

  /** #verbatim writes what is already in the form the format wants. */
  #verbatim(value: string): this {
    const bytes = this.#reserve(value.length * BYTES_A_UNIT + 1);
    if (value.length > 2) this.#length += bytes.write(value, this.#length);
    else for (let index = 0; index < value.length; index += 1) bytes[this.#length++] = value.charCodeAt(index);
    return this.#endCell();
  }

  /** #putPlain copies a short text of printable ASCII; it returns false, and nothing is written, for any other. */
  #putPlain(value: string, bytes: Buffer): boolean {
    const { length } = value;
    if (length > SHORT_TEXT) return false;
    const start = this.#length;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code < FIRST_PRINTABLE || code > LAST_ASCII || code === BACKSLASH) return false;
      bytes[start + index] = code;
    }
    this.#length = start + length;
    return true;
  }

  #putEscaped(value: string): void {
    const escaped = value.replace(SPECIAL, (found) => ESCAPES[found] ?? found);
    const bytes = this.#reserve(escaped.length * BYTES_A_UNIT + 1);
    this.#length += bytes.write(escaped, this.#length);
  }

  #putDigits(value: number, bytes: Buffer): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    this.#length += digits;
    let rest = value;
    for (let at = this.#length - 1; digits > 0; digits -= 1, at -= 1) {
      const higher = Math.floor(rest / 10);
      bytes[at] = ZERO + (rest - higher * 10);
      rest = higher;
    }
  }

  #reserve(more: number): Buffer {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return this.#bytes;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2, FIRST_BYTES));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    return larger;
  }
}

function renderInstant(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "");
}

function quote(text: string): string {
  return `'${text.replace(SPECIAL_OR_QUOTE, (found) => ESCAPES[found] ?? found)}'`;
}
