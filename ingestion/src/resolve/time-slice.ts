/** Work on one batch takes hundreds of milliseconds; senders wait for none of it longer than this. */
const MAX_SLICE_MS = 8;
/** The clock is read once for so many turns. */
const TURNS_A_LOOK = 16;

/** TimeSlice lets long work on the main thread be interrupted, so that requests are answered in between. */
export class TimeSlice {
  #until = performance.now() + MAX_SLICE_MS;
  #turns = 0;

  /** isOver says that others should have their turn now; ask it once for each small piece of work. */
  get isOver(): boolean {
    this.#turns += 1;
    return this.#turns % TURNS_A_LOOK === 0 && performance.now() >= this.#until;
  }

  /** yield resolves after everything that waits for the main thread had its turn. */
  async yield(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#until = performance.now() + MAX_SLICE_MS;
  }
}
