/** BackTestWatch is told how far a back-test has come, 0 to 1, and says when nobody waits for it any more. */
export interface BackTestWatch {
  readonly tell: (share: number) => void;
  readonly isOver: () => boolean;
}

/** UNWATCHED is for whoever waits until the end. */
export const UNWATCHED: BackTestWatch = { tell: () => undefined, isOver: () => false };

/** BackTestGivenUp ends a back-test that nobody waits for. */
export class BackTestGivenUp extends Error {
  override readonly name = "BackTestGivenUp";
}

/** Most of the time goes into reading. */
const READING_SHARE = 0.8;

/** BackTestProgress adds up how much was read and how much was stepped through; both go on in turns where a range is read in parts. */
export class BackTestProgress {
  private read = 0;
  private stepped = 0;

  /** `isReadFirst`: reading is a work of its own; else each slot is read when it is stepped through. */
  constructor(
    private readonly watch: BackTestWatch,
    private readonly isReadFirst: boolean,
  ) {}

  /** tellRead tells how much was read, 0 to 1; throws `BackTestGivenUp` when nobody waits. */
  tellRead(share: number): void {
    this.read = Math.max(this.read, Math.min(1, share));
    this.tell();
  }

  /** tellStepped tells how much was stepped through, 0 to 1; throws `BackTestGivenUp` when nobody waits. */
  tellStepped(share: number): void {
    this.stepped = Math.max(this.stepped, Math.min(1, share));
    this.tell();
  }

  private tell(): void {
    if (this.watch.isOver()) throw new BackTestGivenUp("Nobody waits for the back-test any more.");
    const { read, stepped } = this;
    this.watch.tell(this.isReadFirst ? READING_SHARE * read + (1 - READING_SHARE) * stepped : stepped);
  }
}
