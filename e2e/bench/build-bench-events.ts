/** Each run of four events: start, two steps, finish, as an order integration would send them; about 330 bytes each. */
const EVENTS_A_RUN = 4;

/** buildBenchEvents makes `count` events of order runs that started at `fromMs`, unique by `label`. */
export function buildBenchEvents(label: string, count: number, fromMs: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => {
    const run = Math.floor(index / EVENTS_A_RUN);
    return buildEvent(label, run, index % EVENTS_A_RUN, fromMs + run * 40);
  });
}

function buildEvent(label: string, run: number, part: number, startMs: number): Record<string, unknown> {
  const at = (offsetMs: number) => new Date(startMs + offsetMs).toISOString();
  const common = {
    id: `${label}-${run}-${part}`,
    source: "order-hub",
    client: `client-${run % 3}`,
    store: String(1 + (run % 300)).padStart(4, "0"),
    channel: run % 4 === 0 ? "web" : "pos",
    workflow: run % 2 === 0 ? "order-to-erp" : "erp-posting",
    run: `${label}-${run}`,
    correlation: `order-${label}-${run}`,
  };
  switch (part) {
    case 0:
      return {
        ...common,
        kind: "run.started",
        time: at(0),
        dueAt: at(300_000),
        entity: { type: "order", id: `o-${run}` },
        money: { amount: 20 + (run % 500) / 4, currency: "EUR" },
      };
    case 1:
      return {
        ...common,
        kind: "step.finished",
        time: at(800),
        step: "validate",
        startedAt: at(20),
        outcome: "succeeded",
        from: "shop",
        to: "hub",
      };
    case 2:
      return {
        ...common,
        kind: "step.finished",
        time: at(2_500),
        step: "post",
        startedAt: at(810),
        outcome: "succeeded",
        from: "hub",
        to: "erp",
      };
    default:
      return {
        ...common,
        kind: "run.finished",
        time: at(2_600),
        outcome: run % 50 === 0 ? "failed" : "succeeded",
        attempts: 1 + (run % 20 === 0 ? 1 : 0),
      };
  }
}
