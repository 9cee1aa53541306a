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

/** tellPart tells of a part of the whole; throws `BackTestGivenUp` when nobody waits. */
export function tellPart(watch: BackTestWatch, part: { from: number; to: number }, share: number): void {
  if (watch.isOver()) throw new BackTestGivenUp("Nobody waits for the back-test any more.");
  watch.tell(part.from + (part.to - part.from) * Math.min(1, share));
}
