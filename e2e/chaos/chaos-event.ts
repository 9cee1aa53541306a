/** ChaosEvent is an event as a sender writes it (CONTRACT 2.1); only what every kind has is typed. */
export interface ChaosEvent {
  readonly id: string;
  readonly kind: string;
  readonly time: string;
  readonly source: string;
  readonly client: string;
  readonly [field: string]: unknown;
}
