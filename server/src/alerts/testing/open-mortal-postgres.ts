import type { Postgres } from "@watchfloor/sql";

/** Killed: the process is gone; nothing it does from here on happens. */
export class Killed extends Error {
  constructor() {
    super("killed");
    this.name = "Killed";
  }
}

/** Death is when a process dies: before so many statements, or so many steps around the wire; Infinity = not by those. */
export interface Death {
  readonly statement: number;
  readonly step: number;
}

/** Mortal is a process on a database: it dies at its time, and does nothing afterwards. */
export interface Mortal {
  readonly postgres: Postgres;
  readonly isDead: () => boolean;
  /** step counts a moment right before or after something goes over the wire; throws `Killed` when it dies at it. */
  readonly step: () => void;
}

const STATEMENTS = new Set(["select", "selectDistinctOn", "insert", "update", "delete", "execute", "transaction"]);

/** openMortalPostgres counts every statement, those within transactions too; what a transaction did before a death is undone by the database. */
export function openMortalPostgres(postgres: Postgres, death: Death): Mortal {
  let statements = 0;
  let steps = 0;
  let isDead = false;
  const count = () => {
    statements += 1;
    isDead ||= statements >= death.statement;
    if (isDead) throw new Killed();
  };
  const step = () => {
    steps += 1;
    isDead ||= steps >= death.step;
    if (isDead) throw new Killed();
  };
  const wrap = <Database extends object>(db: Database): Database =>
    new Proxy(db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (!STATEMENTS.has(String(name))) return value.bind(target) as unknown;
        return (...given: unknown[]) => {
          count();
          if (name !== "transaction") return value.apply(target, given) as unknown;
          const [work] = given as [(within: Database) => Promise<unknown>];
          return value.call(target, async (within: Database) => {
            const result = await work(wrap(within));
            count();
            return result;
          }) as unknown;
        };
      },
    });
  return { postgres: { ...postgres, db: wrap(postgres.db) }, isDead: () => isDead, step };
}
