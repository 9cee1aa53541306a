import type { ClickHouse, ClickHouseQuery } from "@watchfloor/sql";

/** EngineWatch is the door to an engine that notes when it was asked something. */
export interface EngineWatch {
  readonly clickhouse: ClickHouse;
  /** take returns for how many milliseconds since the last call at least one question was under way, and what took how long. */
  take(): { readonly busyMs: number; readonly questions: readonly WatchedQuestion[] };
}

/** WatchedQuestion is one statement that was run, in milliseconds of `performance.now()`. */
export interface WatchedQuestion {
  readonly query: ClickHouseQuery;
  readonly beganAt: number;
  readonly endedAt: number;
}

/** watchEngine wraps a door. */
export function watchEngine(clickhouse: ClickHouse): EngineWatch {
  let questions: WatchedQuestion[] = [];
  const query = async <Row>(asked: ClickHouseQuery): Promise<Row[]> => {
    const beganAt = performance.now();
    try {
      return await clickhouse.query<Row>(asked);
    } finally {
      questions.push({ query: asked, beganAt, endedAt: performance.now() });
    }
  };
  return {
    clickhouse: { ...clickhouse, query },
    take() {
      const taken = questions;
      questions = [];
      return { busyMs: addUp(taken), questions: taken };
    },
  };
}

/** Time in which several are under way counts once. */
function addUp(questions: readonly WatchedQuestion[]): number {
  let [sum, until] = [0, 0];
  for (const { beganAt, endedAt } of [...questions].sort((left, right) => left.beganAt - right.beganAt)) {
    sum += Math.max(0, endedAt - Math.max(beganAt, until));
    until = Math.max(until, endedAt);
  }
  return sum;
}
