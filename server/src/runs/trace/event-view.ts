/** EventView is one message as it was received. */
export interface EventView {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly time: Date;
  readonly receivedAt: Date;
  readonly payload: string;
}

/** EventRef finds one event: `day` is the UTC day of its time. */
export interface EventRef {
  readonly source: string;
  readonly id: string;
  readonly timeMs: number;
}
