import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq } from "drizzle-orm";
import type { InferInsertModel, InferSelectModel } from "drizzle-orm";

const { dashboard, person } = schema;

/** DashboardRow is one stored version of a dashboard. */
export type DashboardRow = InferSelectModel<typeof dashboard>;

/** DashboardVersion is one stored version with the name of who saved it; null for what came as a file. */
export interface DashboardVersion extends DashboardRow {
  readonly author: string | null;
}

/** DashboardsRepository keeps versions of dashboards, of one tenant at a time; it changes and deletes none. */
export class DashboardsRepository {
  constructor(private readonly postgres: Postgres) {}

  /** listNewest returns of each dashboard the newest version that came as a file and the newest that a person saved. */
  async listNewest(tenant: string, id?: string): Promise<DashboardVersion[]> {
    const rows = await this.postgres.db
      .selectDistinctOn([dashboard.id, dashboard.isSeed], { row: dashboard, author: person.name })
      .from(dashboard)
      .leftJoin(person, eq(person.id, dashboard.createdBy))
      .where(and(eq(dashboard.tenant, tenant), id === undefined ? undefined : eq(dashboard.id, id)))
      .orderBy(dashboard.id, dashboard.isSeed, desc(dashboard.version));
    return rows.map(({ row, author }) => ({ ...row, author }));
  }

  /** insert keeps a version; false when somebody else has stored that version meanwhile. */
  async insert(tenant: string, version: Omit<InferInsertModel<typeof dashboard>, "tenant">): Promise<boolean> {
    const added = await this.postgres.db
      .insert(dashboard)
      .values({ ...version, tenant })
      .onConflictDoNothing()
      .returning({ version: dashboard.version });
    return added.length > 0;
  }
}
