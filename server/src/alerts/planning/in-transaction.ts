import type { Postgres } from "@watchfloor/sql";

/** LostRace: a document was changed by somebody else meanwhile; nothing of the transaction stays. */
export class LostRace extends Error {
  constructor() {
    super("A document was changed meanwhile.");
    this.name = "LostRace";
  }
}

const TRIES = 8;

/**
 * inTransaction does work whose parts must be kept together or not at all; repositories take the `Postgres` it is given. Work that loses a race
 * for a document is done again from the start. Rejects with `LostRace` when it loses again and again.
 */
export async function inTransaction<Result>(
  postgres: Postgres,
  work: (within: Postgres) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1)
    try {
      return await postgres.db.transaction((db) => work({ ...postgres, db }));
    } catch (cause) {
      if (!(cause instanceof LostRace) || tries >= TRIES) throw cause;
    }
}
