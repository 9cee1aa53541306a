import type { ClickHouse } from "@watchfloor/sql";
import type { Statement } from "../../metrics/compiler/statement.js";

const MAX_SECONDS = 10;

/** ExceptionListRepository runs the compiled statements of lists of exceptions. */
export class ExceptionListRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** run returns the rows of a statement. Rejects with a `ClickHouseFailure`. */
  run<Row>({ name, sql, params }: Statement): Promise<Row[]> {
    return this.clickhouse.query<Row>({ name, sql, params, maxSeconds: MAX_SECONDS });
  }
}
