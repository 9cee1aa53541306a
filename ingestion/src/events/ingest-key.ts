/** IngestKey is what a sender may do: `clients`, `kinds` and `sources` null = all of the tenant; `isBackfill` lifts the age limit. */
export interface IngestKey {
  readonly id: string;
  readonly tenant: string;
  readonly clients: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly sources?: readonly string[] | null;
  readonly isBackfill: boolean;
  readonly isImport: boolean;
  /** How much it may send; without it as much as there is room for. */
  readonly rate?: IngestRate | undefined;
}

/** IngestRate is how many events a key may send a second, and how many at once after a silence. */
export interface IngestRate {
  readonly eventsPerSecond: number;
  readonly burst: number;
}
