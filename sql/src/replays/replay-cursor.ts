/** ReplayCursor is the key of the last row that was replayed: the day it is sorted under and the rest of its key, in the order of its table. */
export interface ReplayCursor {
  readonly day: string;
  readonly key: readonly (string | number)[];
}
