/** StoreEvents says what one store did. */
export interface StoreEvents {
  readonly store: string;
  readonly count: number;
  readonly now: Date;
}

const minuteMs = 60_000;

/** buildStoreEvents makes finished runs of a store, one every two minutes back from `now`, each with a step, all within their deadline. */
export function buildStoreEvents({ store, count, now }: StoreEvents): Record<string, unknown>[] {
  const at = (minutesAgo: number): string => new Date(now.getTime() - minutesAgo * minuteMs).toISOString();
  return Array.from({ length: count }, (_, index) => {
    const common = {
      source: "pos",
      client: "shop",
      store,
      channel: "pos",
      workflow: "price-sync",
      run: `${store}-${index}`,
    };
    const [start, end] = [2 * index + 2, 2 * index + 1];
    return [
      {
        ...common,
        id: `${store}-s-${index}`,
        kind: "run.started",
        time: at(start),
        dueAt: at(start - 15),
        entity: { type: "price", id: `SKU-${store}-${index}` },
        money: { amount: 12.5, currency: "EUR" },
      },
      {
        ...common,
        id: `${store}-t-${index}`,
        kind: "step.finished",
        time: at(end),
        step: "send",
        startedAt: at(start),
        outcome: "succeeded",
        from: "pricing",
        to: "pos",
      },
      { ...common, id: `${store}-f-${index}`, kind: "run.finished", time: at(end), outcome: "succeeded", attempts: 1 },
    ];
  }).flat();
}
