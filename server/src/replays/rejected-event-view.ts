/** RejectedEventView is a refused event as it was kept; null = absent, not known, or not for whoever asks. */
export interface RejectedEventView {
  readonly request: string;
  readonly position: number;
  readonly receivedAt: Date;
  readonly reason: string;
  readonly field: string | null;
  readonly detail: string;
  readonly client: string | null;
  readonly source: string | null;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
  readonly id: string | null;
  readonly time: Date | null;
  readonly sentBy: string | null;
  readonly payload: string | null;
  readonly payloadBytes: number;
}
