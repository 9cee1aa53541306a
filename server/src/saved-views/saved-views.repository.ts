import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, count, eq, ne } from "drizzle-orm";
import type { SavedView } from "./saved-view.js";

const { person, savedView } = schema;

/** ViewOwner is whose views are meant: a person in a tenant; the same person in another tenant has others. */
export interface ViewOwner {
  readonly tenant: string;
  readonly person: string;
}

/** SavedViewsRepository keeps the views of one person of one tenant at a time. */
export class SavedViewsRepository {
  constructor(private readonly postgres: Postgres) {}

  /** list returns all of them by title. */
  list(owner: ViewOwner): Promise<SavedView[]> {
    return this.postgres.db
      .select({ id: savedView.id, title: savedView.title, address: savedView.address, savedAt: savedView.savedAt })
      .from(savedView)
      .where(isOf(owner))
      .orderBy(asc(savedView.title), asc(savedView.id));
  }

  /** isPerson tells people from machine keys, which have no views. */
  async isPerson(id: string): Promise<boolean> {
    const found = await this.postgres.db.select({ id: person.id }).from(person).where(eq(person.id, id));
    return found.length > 0;
  }

  /** countOthers counts the views with another title. */
  async countOthers(owner: ViewOwner, title: string): Promise<number> {
    const [row] = await this.postgres.db
      .select({ views: count() })
      .from(savedView)
      .where(and(isOf(owner), ne(savedView.title, title)));
    return row?.views ?? 0;
  }

  /** save keeps a view; one of the same title takes the new address and stays the same view. Returns it as it is kept. */
  async save(owner: ViewOwner, view: SavedView): Promise<SavedView> {
    const { id, title, address, savedAt } = view;
    const [kept] = await this.postgres.db
      .insert(savedView)
      .values({ ...owner, id, title, address, savedAt })
      .onConflictDoUpdate({
        target: [savedView.tenant, savedView.person, savedView.title],
        set: { address, savedAt },
      })
      .returning({ id: savedView.id });
    return { ...view, id: kept?.id ?? id };
  }

  /** delete answers whether there was such a view. */
  async delete(owner: ViewOwner, id: string): Promise<boolean> {
    const gone = await this.postgres.db
      .delete(savedView)
      .where(and(isOf(owner), eq(savedView.id, id)))
      .returning({ id: savedView.id });
    return gone.length > 0;
  }
}

function isOf(owner: ViewOwner) {
  return and(eq(savedView.tenant, owner.tenant), eq(savedView.person, owner.person));
}
