import type { ScopeLimits } from "../scope/scope.js";

/** StoredDashboard is the version of a dashboard that is shown. */
export interface StoredDashboard {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** Whether it came as a file; else a person saved it. */
  readonly isSeed: boolean;
  /** Whether removing what people saved leaves the one of a file. */
  readonly hasSeed: boolean;
  /** What its author sees. */
  readonly limits: ScopeLimits;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly author: string | null;
}
