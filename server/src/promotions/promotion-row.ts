/** ChangeRow is a promotion with targets, summed over them. */
export interface ChangeRow {
  readonly client: string;
  readonly change: string;
  readonly workflow: string;
  readonly title: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly entityVersion: string;
  readonly publishedAtMs: number;
  /** The last deadline of its targets; null when no target has one. */
  readonly startsAtMs: number | null;
  readonly planned: number;
  readonly live: number;
  readonly failed: number;
  /** Money of the targets that are not live, by currency. */
  readonly money: readonly (readonly [string, number])[];
}

/** GateRow is an approval or task that a promotion waits for. */
export interface GateRow {
  readonly client: string;
  readonly workflow: string;
  readonly run: string;
  readonly kind: string;
  readonly change: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly dueAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly outcome: string;
  readonly errorCode: string;
  /** What the gate announces of a promotion that is not published yet; '' = nothing. */
  readonly title: string;
  readonly launchAt: string;
}

/** TargetRow is one place a promotion must reach. */
export interface TargetRow {
  readonly client: string;
  readonly change: string;
  readonly run: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly target: string;
  readonly dueAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly outcome: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  /** It reported an older version and waits for the right one. */
  readonly isOutdated: boolean;
}
