/** StoreKey names a store: store ids are unique within their client only. */
export interface StoreKey {
  readonly client: string;
  readonly store: string;
}

/** LiveSubject says what a query shows, so that only the changes touching it ask it again; empty lists mean everything. */
export interface LiveSubject {
  readonly clients: readonly string[];
  readonly workflows: readonly string[];
  readonly stores: readonly StoreKey[];
  /** everyMs is the shortest time between two refreshes. */
  readonly everyMs: number;
  /** clockMs asks again after that long without any change, where states move with the clock alone (a deadline passes in silence). */
  readonly clockMs: number | null;
}

/** ChangeNotice says which clients, workflows and stores have new data; `stores: null` means many. */
export interface ChangeNotice {
  readonly clients: readonly string[];
  readonly workflows: readonly string[];
  readonly stores: readonly StoreKey[] | null;
}
