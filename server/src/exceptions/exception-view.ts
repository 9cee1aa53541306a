/** ExceptionView is something a person must look at; null = absent. */
export interface ExceptionView {
  readonly id: string;
  readonly client: string;
  readonly class: string;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
  readonly workflow: string | null;
  readonly run: string | null;
  readonly message: string | null;
  readonly raisedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly money: { amount: number; currency: string } | null;
  readonly cause: string | null;
  readonly resolution: string | null;
}

/** OpenExceptions is how many exceptions a store has open, and their money in one currency. */
export interface OpenExceptions {
  readonly client: string;
  readonly store: string;
  readonly currency: string;
  readonly open: number;
  readonly amount: number;
}
