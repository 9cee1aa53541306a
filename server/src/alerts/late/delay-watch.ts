import { renderFailure, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { DELAY_KEY, readDelayDocument } from "./delay-document.js";
import { LateRowsRepository } from "./late-rows.repository.js";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 24 * HOUR_MS;

/** DelayWatch measures once an hour how late what each source sends arrives. Safe in any number of processes. */
export class DelayWatch {
  private readonly late: LateRowsRepository;

  constructor(
    private readonly parts: {
      readonly clickhouse: ClickHouse;
      readonly postgres: Postgres;
      readonly now: () => Date;
      readonly logger: Logger;
    },
  ) {
    this.late = new LateRowsRepository(parts.clickhouse);
  }

  /** run measures every tenant whose last measurement is an hour old. */
  async run(): Promise<void> {
    for (const tenant of await listTenantIds(this.parts.postgres))
      await this.runTenant(tenant).catch((cause: unknown) =>
        this.parts.logger.warn({ tenant, cause: renderFailure(cause) }, "delays of sources not measured"),
      );
  }

  private async runTenant(tenant: string): Promise<void> {
    const { postgres, now } = this.parts;
    const documents = new AlertDocumentRepository(postgres);
    const at = now().getTime();
    const stored = await documents.get(tenant, DELAY_KEY);
    if (at - (readDelayDocument(stored?.doc)?.at ?? -Infinity) < HOUR_MS) return;
    const sources = await this.late.measureDelays(tenant, { from: new Date(at - WINDOW_MS), to: new Date(at) });
    const change = { key: DELAY_KEY, version: stored?.version ?? 0, doc: { at, sources }, nextAt: null };
    // Whoever lost the race measured the same.
    await documents.cas(tenant, change);
  }
}
