import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { RegistryService } from "../registry/registry.service.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";

const MAX_SECONDS = 5;

/** FirstSteps is whether anything has arrived yet, and where to send it. */
export interface FirstSteps {
  readonly hasEvents: boolean;
  readonly hasRejected: boolean;
  readonly ingestPort: number;
}

/** FirstStepsService tells pages of an empty tenant what to do first, and when the first event has arrived. */
export class FirstStepsService {
  constructor(private readonly parts: { clickhouse: ClickHouse; registry: RegistryService; ingestPort: number }) {}

  /** find says what has arrived within a scope. Rejects with a `ClickHouseFailure`. */
  async find(scope: Scope): Promise<FirstSteps> {
    const [hasEvents, hasRejected] = await Promise.all([
      this.hasRows(scope, "event"),
      this.hasRows(scope, "rejected_event"),
    ]);
    return { hasEvents, hasRejected, ingestPort: this.parts.ingestPort };
  }

  private async hasRows(scope: Scope, source: "event" | "rejected_event"): Promise<boolean> {
    const params = new SqlParameters();
    const reach = await resolveReach(this.parts.registry, scope, undefined);
    const conditions = buildReachConditions(reach, source, params);
    const rows = await this.parts.clickhouse.query<{ one: number }>({
      name: `first_steps.${source}`,
      sql: `SELECT 1 AS one FROM ${source} WHERE ${conditions.join(" AND ")} LIMIT 1`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.length > 0;
  }
}
