/** IngestKey is what a sender may do: `clients` and `kinds` null = all of the tenant; `isBackfill` lifts the age limit. */
export interface IngestKey {
  readonly id: string;
  readonly tenant: string;
  readonly clients: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly isBackfill: boolean;
  readonly isImport: boolean;
}
