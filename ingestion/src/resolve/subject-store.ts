import type { ClickHouse } from "@watchfloor/sql";
import { LRUCache } from "lru-cache";
import { subjectKey, type FoldPart, type Subject } from "./fold-part.js";
import type { KnownSubjects } from "./known-subjects.js";
import { SubjectState } from "./subject-state.js";
import { TimeSlice } from "./time-slice.js";

/** Open subjects kept in memory; about 0.6 KB each. */
const CACHED_SUBJECTS = 100_000;
/** Subjects read back by one query. */
const READ_BACK_SIZE = 5_000;

const READ_BACK = `
SELECT client, workflow, subject_id AS subjectId, source, id, part AS name, toString(day) AS day,
       toUnixTimestamp64Milli(time) AS timeMs, body, content_hash AS contentHash
FROM fold_part
WHERE tenant = {tenant:String} AND subject = {kind:String}
  AND (client, workflow, subject_id) IN (
    SELECT arrayJoin(arrayZip({clients:Array(String)}, {workflows:Array(String)}, {ids:Array(String)})))`;

interface PartRow {
  client: string;
  workflow: string;
  subjectId: string;
  source: string;
  id: string;
  name: string;
  day: string;
  timeMs: number;
  body: string;
  contentHash: number;
}

/**
 * SubjectStore gives the state of subjects: open ones from memory, others from `fold_part`. In memory a state is one text: as
 * objects 100,000 of them kept the collector busy all the time (measured). Ended subjects are rarely touched again.
 * With several writers on one database (`known` undefined) nothing in memory can be trusted: every load reads back.
 */
export class SubjectStore {
  readonly #cache = new LRUCache<string, string>({ max: CACHED_SUBJECTS });

  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly known: KnownSubjects | undefined,
  ) {}

  /** isAlone is true where no other process writes to the database. */
  get isAlone(): boolean {
    return this.known !== undefined;
  }

  /** load returns the state of each subject by `subjectKey`; unknown ones are empty. */
  async load(subjects: Iterable<[string, { readonly subject: Subject }]>): Promise<Map<string, SubjectState>> {
    const states = new Map<string, SubjectState>();
    const missing: SubjectState[] = [];
    const slice = new TimeSlice();
    for (const [key, { subject }] of subjects) {
      if (slice.isOver) await slice.yield();
      const state = new SubjectState(subject);
      states.set(key, state);
      const cached = this.known === undefined ? undefined : this.#cache.get(key);
      if (cached !== undefined) decodeState(cached, state);
      else if (this.known?.mayHave(key) ?? true) missing.push(state);
    }
    await this.#readBack(missing, states);
    return states;
  }

  /** keep remembers states after their parts were stored. */
  async keep(states: ReadonlyMap<string, SubjectState>): Promise<void> {
    if (this.known === undefined) return;
    const slice = new TimeSlice();
    for (const [key, state] of states) {
      if (slice.isOver) await slice.yield();
      this.known.add(key);
      if (state.isOpen) this.#cache.set(key, encodeState(state));
      else this.#cache.delete(key);
    }
  }

  /** forget drops states that could not be stored, so that the next load reads the truth. */
  forget(states: ReadonlyMap<string, SubjectState>): void {
    for (const key of states.keys()) this.#cache.delete(key);
  }

  async #readBack(missing: readonly SubjectState[], states: ReadonlyMap<string, SubjectState>): Promise<void> {
    const groups = new Map<string, SubjectState[]>();
    for (const state of missing) {
      const name = `${state.subject.tenant}\0${state.subject.kind}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [state]);
      else group.push(state);
    }
    for (const group of groups.values())
      for (let from = 0; from < group.length; from += READ_BACK_SIZE)
        await this.#readBackSome(group.slice(from, from + READ_BACK_SIZE), states);
  }

  async #readBackSome(some: readonly SubjectState[], states: ReadonlyMap<string, SubjectState>): Promise<void> {
    const first = some[0]?.subject;
    if (first === undefined) return;
    const rows = await this.clickhouse.query<PartRow>({
      name: "ingestion.subject.read_back",
      sql: READ_BACK,
      mustSeeAll: true,
      params: {
        tenant: first.tenant,
        kind: first.kind,
        clients: some.map((state) => state.subject.client),
        workflows: some.map((state) => state.subject.workflow),
        ids: some.map((state) => state.subject.id),
      },
    });
    for (const row of rows) {
      const key = subjectKey({ ...first, client: row.client, workflow: row.workflow, id: row.subjectId });
      const state = states.get(key);
      if (state === undefined) continue;
      state.add(readPart(row));
      state.addDay(row.day);
    }
  }
}

function readPart(row: PartRow): FoldPart {
  const { source, id, name, timeMs, contentHash } = row;
  return {
    source,
    id,
    name,
    timeMs: Number(timeMs),
    contentHash: Number(contentHash),
    body: JSON.parse(row.body) as unknown,
  };
}

type EncodedState = [parts: readonly FoldPart[], days: readonly string[]];

function encodeState(state: SubjectState): string {
  const encoded: EncodedState = [state.parts, state.days];
  return JSON.stringify(encoded);
}

function decodeState(text: string, state: SubjectState): void {
  const [parts, days] = JSON.parse(text) as EncodedState;
  for (const part of parts) state.add(part);
  for (const day of days) state.addDay(day);
  state.isServed = true;
}
