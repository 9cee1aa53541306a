import { crc32 } from "node:zlib";
import type { EventText } from "./event-text.js";

const LINE_FEED = 10;
const TAB = 9;
const CARRIAGE_RETURN = 13;
const BACKSLASH = 92;
const HASH_SHIFT = 2 ** 20;

/** EventTexts finds the texts of events in the bytes of one request; most requests have nothing to escape anywhere. */
export class EventTexts {
  readonly #isSimple: boolean;
  readonly #hasLines: boolean;

  constructor(private readonly bytes: Buffer) {
    this.#isSimple = isSimple(bytes);
    this.#hasLines = bytes.includes(LINE_FEED);
  }

  /** read returns the text from `start` to `end`. */
  read(start: number, end: number): EventText {
    const text = this.bytes.subarray(start, end);
    const isPlain = (this.#isSimple || isSimple(text)) && !(this.#hasLines && text.includes(LINE_FEED));
    return {
      bytes: this.bytes,
      start,
      end,
      isPlain,
      hash: crc32(text) * HASH_SHIFT + (text.length % HASH_SHIFT),
    };
  }
}

function isSimple(bytes: Buffer): boolean {
  return !bytes.includes(BACKSLASH) && !bytes.includes(TAB) && !bytes.includes(CARRIAGE_RETURN);
}
