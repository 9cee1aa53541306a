import type { RunField } from "./run-part-body.js";

/** RunRow is the folded state of one run as dashboards see it; undefined = absent. */
export interface RunRow {
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly finishedAtMs: number | undefined;
  readonly outcome: string;
  readonly promise: string;
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
