import type { Writable } from "node:stream";

/** A terminal shows one line that changes; a log gets a line now and then. */
const REDRAW_MS = 200;
const LOG_EVERY_MS = 2_000;

/** ProgressLine shows progress without filling logs: on a terminal in one line, elsewhere at most every two seconds. */
export class ProgressLine {
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #isOpen = false;
  readonly #isTerminal: boolean;

  constructor(
    private readonly out: NodeJS.WritableStream | Writable,
    private readonly now: () => Date,
  ) {
    this.#isTerminal = "isTTY" in out && out.isTTY === true;
  }

  show(render: () => string): void {
    const nowMs = this.now().getTime();
    if (nowMs - this.#shownAtMs < (this.#isTerminal ? REDRAW_MS : LOG_EVERY_MS)) return;
    this.#shownAtMs = nowMs;
    this.out.write(this.#isTerminal ? `\r\u001b[2K${render()}` : `${render()}\n`);
    this.#isOpen = this.#isTerminal;
  }

  /** end leaves what was shown and begins a new line. */
  end(): void {
    if (this.#isOpen) this.out.write("\n");
    this.#isOpen = false;
  }
}
