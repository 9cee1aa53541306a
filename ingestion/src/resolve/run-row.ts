import type { RunField } from "./run-part-body.js";

/** RunPause is an interval in which a run waited for a reason; `toMs` undefined = it still does. */
export interface RunPause {
  readonly fromMs: number;
  readonly toMs: number | undefined;
  readonly reason: string;
}

/** RunRow is the folded state of one run as dashboards see it; undefined = absent. */
export interface RunRow {
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly finishedAtMs: number | undefined;
  readonly outcome: string;
  readonly promise: string;
  /** In the order of their begin. */
  readonly pauses: readonly RunPause[];
  /** The earliest instant anything said of the run, for a run of which neither start nor end is known. */
  readonly firstHeardMs: number;
  readonly attempts: number;
  readonly isSuperseded: boolean;
  readonly mismatchedAtMs: number | undefined;
  readonly errorClass: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly money: string;
  readonly currency: string;
  readonly fields: Readonly<Partial<Record<RunField, string>>>;
  readonly attributes: Readonly<Record<string, string>>;
}
