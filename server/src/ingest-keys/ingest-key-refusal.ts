/** INGEST_KEY_REFUSALS is the closed list of why a key was not made or changed. */
export const INGEST_KEY_REFUSALS = ["INVALID", "TOO_MANY", "NOT_FOUND", "ENDED", "FIXED_BY_SETTINGS"] as const;

/** IngestKeyRefusal says why, which argument is at fault (undefined = none), and what to do about it. */
export interface IngestKeyRefusal {
  readonly reason: (typeof INGEST_KEY_REFUSALS)[number];
  readonly field: string | undefined;
  readonly message: string;
}
