import type { RunPause } from "../resolve/run-row.js";

/** PromiseStamp is what is promised of a run by a book of policies: `promise_book` and its neighbours; the far future = never. */
export interface PromiseStamp {
  readonly book: string;
  readonly policy: string;
  readonly dueMs: number;
  readonly riskMs: number;
}

/** StampedRun is what a promise is decided from. */
export interface StampedRun {
  readonly place: {
    readonly client: string;
    readonly workflow: string;
    readonly channel: string;
    readonly store: string;
    readonly partner: string;
  };
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly pauses: readonly RunPause[];
}

/** PromiseStamps decides what is promised of runs while their rows are written, so that no question has to. */
export interface PromiseStamps {
  /** prepare makes the policies of tenants known, as they are now or were a few seconds ago; failures leave rows undecided. */
  prepare(tenants: Iterable<string>): Promise<void>;
  /** stamp returns undefined where it is not decided here: questions then decide by themselves. */
  stamp(tenant: string, run: StampedRun): PromiseStamp | undefined;
}

/** NO_STAMPS leaves every promise to the questions. */
export const NO_STAMPS: PromiseStamps = { prepare: () => Promise.resolve(), stamp: () => undefined };
