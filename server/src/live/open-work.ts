/** StoreWork is the open runs of one store in one currency; `amount` is the money of the overdue ones. */
export interface StoreWork {
  readonly client: string;
  readonly store: string;
  readonly currency: string;
  readonly open: number;
  readonly overdue: number;
  readonly atRisk: number;
  readonly amount: number;
}

/** OverdueWork is the overdue runs of one client, workflow and change in one currency. */
export interface OverdueWork {
  readonly client: string;
  readonly workflow: string;
  readonly change: string;
  readonly currency: string;
  readonly overdue: number;
  readonly amount: number;
  readonly oldestDueMs: number;
  readonly newestDueMs: number;
  /** The run with the oldest deadline. */
  readonly oldestRun: string;
  /** First day under which one of the runs is stored. */
  readonly firstDay: string;
  /** Stores, partners and channels the runs name. */
  readonly stores: readonly string[];
  readonly partners: readonly string[];
  readonly channels: readonly string[];
  /** How many of the runs are targets of the change. */
  readonly targets: number;
}

/** OpenWork is what is open now within a scope, for the wall and for the list of obligations. */
export interface OpenWork {
  readonly stores: readonly StoreWork[];
  readonly overdue: readonly OverdueWork[];
}
