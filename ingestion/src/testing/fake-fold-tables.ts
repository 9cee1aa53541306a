import type { Contribution } from "../write/contribution.js";
import type { TableRows } from "../write/table-inserts.js";
import type { FoldPart } from "../resolve/fold-part.js";
import { SubjectState } from "../resolve/subject-state.js";

type Row = Readonly<Record<string, string>>;

/**
 * FakeFoldTables is `fold_part` and `run` in memory for several writers: what was inserted is seen by every later load. `turn` is
 * awaited before each access, so that a test decides how the writers interleave.
 */
export class FakeFoldTables {
  readonly #parts = new Map<string, Row>();
  readonly #runs = new Map<string, Row>();

  constructor(private readonly turn: () => Promise<unknown>) {}

  async insert(tables: readonly TableRows[]): Promise<void> {
    const copies = tables.map(({ table, columns, rows }) => ({ table, rows: readRows(columns, rows.toBuffer()) }));
    for (const { table, rows } of copies) {
      await this.turn();
      for (const row of rows) this.#store(table, row);
    }
  }

  async load(subjects: Iterable<[string, Pick<Contribution, "subject">]>): Promise<Map<string, SubjectState>> {
    await this.turn();
    const states = new Map<string, SubjectState>();
    for (const [key, { subject }] of subjects) {
      const state = new SubjectState(subject);
      for (const row of this.#parts.values()) {
        if (row["subject"] !== subject.kind || row["subject_id"] !== subject.id) continue;
        state.add(readPart(row));
        state.addDay(row["day"] ?? "");
      }
      states.set(key, state);
    }
    return states;
  }

  /** served returns each run that a reader sees, with the days it stands under. */
  get served(): readonly Row[] {
    return [...this.#runs.values()].filter((row) => row["is_deleted"] === "0");
  }

  #store(table: string, row: Row): void {
    if (table === "fold_part") {
      const { subject, subject_id: id, id: event, part, content_hash: hash, day } = row;
      this.#parts.set([subject, id, event, part, hash, day].join("\0"), row);
    } else if (table === "run") {
      const key = [row["day"], row["run"]].join("\0");
      const known = this.#runs.get(key);
      if (known === undefined || Number(known["version"]) <= Number(row["version"])) this.#runs.set(key, row);
    }
  }
}

function readRows(columns: readonly string[], body: Buffer): Row[] {
  const lines = body
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, index) => [columns[index] ?? "", cell])));
}

function readPart(row: Row): FoldPart {
  return {
    source: row["source"] ?? "",
    id: row["id"] ?? "",
    name: row["part"] ?? "",
    timeMs: Number(row["time"]) * 1000,
    contentHash: Number(row["content_hash"]),
    body: JSON.parse(row["body"] ?? "null") as unknown,
  };
}
