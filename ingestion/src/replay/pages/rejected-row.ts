/** RejectedRow is a refused event as it is stored, with the key of its row. */
export interface RejectedRow {
  readonly day: string;
  readonly request: string;
  readonly position: number;
  readonly receivedAtMs: number;
  readonly source: string;
  readonly id: string;
  readonly reason: string;
  readonly field: string;
  readonly detail: string;
  readonly payload: string;
  readonly client: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly timeMs: number | null;
  readonly sentBy: string;
}
