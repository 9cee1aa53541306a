import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, count, desc, eq, getTableColumns, inArray, type SQL } from "drizzle-orm";
import type { FrozenRow } from "../../metrics/frozen/frozen-figures.repository.js";
import type { ReportClaim, ReportFile, ReportRecord } from "./report-record.js";

const { report, reportFile, frozenFigure } = schema;

/** MAX_ACTIVE_REPORTS of one tenant: more would only stand in line. */
export const MAX_ACTIVE_REPORTS = 20;
const ACTIVE = ["queued", "running"] as const;

/** NewReport is what a report begins as. */
export type NewReport = typeof report.$inferInsert;

/** WrittenFile is a file as it is kept. */
export type WrittenFile = ReportFile & { readonly bytes: Uint8Array };

/** ReportRepository keeps reports and their files, of one tenant at a time; a file that was written is never changed. */
export class ReportRepository {
  constructor(private readonly postgres: Postgres) {}

  /** create puts a report into the queue; undefined when the tenant has as many waiting as it may. */
  create(row: NewReport): Promise<ReportRecord | undefined> {
    return this.postgres.db.transaction(async (transaction) => {
      const [active] = await transaction
        .select({ count: count() })
        .from(report)
        .where(and(eq(report.tenant, row.tenant), inArray(report.state, ACTIVE)));
      if ((active?.count ?? 0) >= MAX_ACTIVE_REPORTS) return undefined;
      const [made] = await transaction.insert(report).values(row).returning();
      return made;
    });
  }

  /** list returns the newest reports, of some clients only unless null. */
  list(tenant: string, clients: readonly string[] | null, limit: number): Promise<ReportRecord[]> {
    const conditions: SQL[] = [eq(report.tenant, tenant)];
    if (clients !== null) conditions.push(inArray(report.client, [...clients]));
    return this.postgres.db
      .select()
      .from(report)
      .where(and(...conditions))
      .orderBy(desc(report.requestedAt), desc(report.id))
      .limit(limit);
  }

  /** find returns one. */
  async find(tenant: string, id: string): Promise<ReportRecord | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(report)
      .where(and(eq(report.tenant, tenant), eq(report.id, id)));
    return row;
  }

  /** cancel ends a report that waits or runs; undefined when there is none such. Whoever works on it stops at its next step. */
  async cancel(tenant: string, id: string, now: Date): Promise<ReportRecord | undefined> {
    const [row] = await this.postgres.db
      .update(report)
      .set({ state: "cancelled", endedAt: now, claimedBy: null, claimedUntil: null, step: "" })
      .where(and(eq(report.tenant, tenant), eq(report.id, id), inArray(report.state, ACTIVE)))
      .returning();
    return row;
  }

  /** advance writes progress down; false, and nothing is written, when the report was cancelled or another worker holds it. */
  async advance(
    claim: ReportClaim,
    progress: Partial<Pick<ReportRecord, "state" | "progress" | "step" | "claimedUntil" | "endedAt" | "error">>,
  ): Promise<boolean> {
    const written = await this.postgres.db
      .update(report)
      .set(progress)
      .where(isHeldBy(claim))
      .returning({ id: report.id });
    return written.length > 0;
  }

  /** finish keeps the files and the frozen figures of a report and ends it, all or nothing; false when it is no longer the worker's. */
  finish(
    claim: ReportClaim,
    made: { files: readonly WrittenFile[]; figures: readonly FrozenRow[]; asOf: Date; now: Date },
  ): Promise<boolean> {
    return this.postgres.db.transaction(async (transaction) => {
      const ended = await transaction
        .update(report)
        .set({
          ...{ state: "done", progress: 1, step: "", endedAt: made.now, asOf: made.asOf, error: null },
          ...{ claimedBy: null, claimedUntil: null, figures: made.figures.map(({ id }) => id) },
        })
        .where(isHeldBy(claim))
        .returning({ id: report.id });
      if (ended.length === 0) return false;
      await transaction.insert(frozenFigure).values([...made.figures]);
      await transaction.insert(reportFile).values([...made.files]);
      return true;
    });
  }

  /** listFiles returns the files of reports without their bytes. */
  async listFiles(tenant: string, reports: readonly string[]): Promise<ReportFile[]> {
    if (reports.length === 0) return [];
    const { bytes: _large, ...columns } = getTableColumns(reportFile);
    return this.postgres.db
      .select(columns)
      .from(reportFile)
      .where(and(eq(reportFile.tenant, tenant), inArray(reportFile.report, [...reports])))
      .orderBy(asc(reportFile.report), desc(reportFile.name));
  }

  /** findFile returns one file whole. */
  async findFile(tenant: string, id: string, name: string): Promise<WrittenFile | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(reportFile)
      .where(and(eq(reportFile.tenant, tenant), eq(reportFile.report, id), eq(reportFile.name, name)));
    return row;
  }
}

function isHeldBy({ tenant, id, worker }: ReportClaim): SQL | undefined {
  return and(eq(report.tenant, tenant), eq(report.id, id), eq(report.state, "running"), eq(report.claimedBy, worker));
}
