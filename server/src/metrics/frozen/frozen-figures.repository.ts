import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq, getTableColumns, type InferSelectModel } from "drizzle-orm";

const { frozenFigure } = schema;

/** FrozenRow is a frozen figure as it is kept. */
export type FrozenRow = InferSelectModel<typeof frozenFigure>;

/** FrozenFiguresRepository keeps frozen figures, of one tenant at a time; it changes and deletes none. */
export class FrozenFiguresRepository {
  constructor(private readonly postgres: Postgres) {}

  /** insert keeps a figure. */
  async insert(row: FrozenRow): Promise<void> {
    await this.postgres.db.insert(frozenFigure).values(row);
  }

  /** find returns one. */
  async find(tenant: string, id: string): Promise<FrozenRow | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(frozenFigure)
      .where(and(eq(frozenFigure.tenant, tenant), eq(frozenFigure.id, id)));
    return row;
  }

  /** list returns the newest, without their answers. */
  list(tenant: string, limit: number): Promise<Omit<FrozenRow, "answer">[]> {
    const { answer: _large, ...columns } = getTableColumns(frozenFigure);
    return this.postgres.db
      .select(columns)
      .from(frozenFigure)
      .where(eq(frozenFigure.tenant, tenant))
      .orderBy(desc(frozenFigure.frozenAt), desc(frozenFigure.id))
      .limit(limit);
  }
}
