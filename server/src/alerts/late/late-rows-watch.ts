import { renderFailure, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { addLateRows, listLateClocks } from "./add-late-rows.js";
import { LATE_KEY, readLateDocument } from "./late-document.js";
import { LateRowsRepository } from "./late-rows.repository.js";

/** Rows are in the engine a while after they were received. */
const SETTLED_MS = 60_000;
/** What was received longer ago while nobody counted is not counted. */
const MOST_MS = 3_600_000;

/**
 * LateRowsWatch counts, for each rule, the rows that came after the slot that should have held them was evaluated. They change no history;
 * that there are many says that the delay of the rule is too short. Safe in any number of processes: a stretch is counted once.
 */
export class LateRowsWatch {
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

  /** run counts what was received since the last time. */
  async run(): Promise<void> {
    for (const tenant of await listTenantIds(this.parts.postgres))
      await this.runTenant(tenant).catch((cause: unknown) =>
        this.parts.logger.warn({ tenant, cause: renderFailure(cause) }, "late rows not counted"),
      );
  }

  private async runTenant(tenant: string): Promise<void> {
    const { postgres, now } = this.parts;
    const documents = new AlertDocumentRepository(postgres);
    const to = now().getTime() - SETTLED_MS;
    const stored = await documents.get(tenant, LATE_KEY);
    const before = readLateDocument(stored?.doc);
    const from = Math.max(before?.until ?? to - SETTLED_MS, to - MOST_MS);
    if (from >= to) return;
    const rules = (await new AlertRuleRepository(postgres).list(tenant)).flatMap(({ rule, isDeleted }) =>
      isDeleted ? [] : [rule],
    );
    if (rules.length === 0) return;
    const clocks = listLateClocks(rules);
    const counts = await this.late.countLate(tenant, { from: new Date(from), to: new Date(to), clocks });
    const doc = { until: to, rules: addLateRows(before?.rules ?? {}, rules, { clocks, counts }) };
    // Whoever lost the race counted the same stretch.
    await documents.cas(tenant, { key: LATE_KEY, version: stored?.version ?? 0, doc, nextAt: null });
  }
}
