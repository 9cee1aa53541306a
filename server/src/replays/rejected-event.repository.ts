import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import type { RejectedEventCursor } from "./rejected-event-cursor.js";
import type { RejectedEventView } from "./rejected-event-view.js";

const MAX_SECONDS = 20;
/** Shown of a payload; all of it is kept, and replayed. */
const MAX_PAYLOAD = 65_536;

/** RejectedEventQuestion asks for refused events received in [from, to). */
export interface RejectedEventQuestion {
  readonly from: Date;
  readonly to: Date;
  /** As storage writes them; undefined = all. */
  readonly reasons: readonly string[] | undefined;
}

/** RejectedEventRow is a refused event with its place in the order of pages. */
export type RejectedEventRow = RejectedEventCursor & { readonly view: RejectedEventView };

/** RejectedReasonCount is how many events of a source are refused for one reason; null = no source can be trusted. */
export interface RejectedReasonCount {
  readonly reason: string;
  readonly source: string | null;
  readonly count: number;
  readonly newestAt: Date;
}

const MAX_REASONS = 200;

/** RejectedEventRepository reads events that are refused still, within a reach. */
export class RejectedEventRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** find returns at most `limit` refused events behind `after`, newest first. Payloads of other rows are not read. */
  async find(
    reach: Reach,
    question: RejectedEventQuestion,
    page: { limit: number; after: RejectedEventCursor | undefined; hasPayload: boolean },
  ): Promise<RejectedEventRow[]> {
    const { params, conditions } = buildConditions(reach, question);
    if (page.after !== undefined) conditions.push(buildAfter(page.after, params));
    const keys = await this.clickhouse.query<RejectedEventCursor>({
      name: "replays.rejected_events.keys",
      sql: `SELECT toUnixTimestamp64Milli(received_at) AS receivedAtMs, request, position\nFROM rejected_event FINAL\nWHERE ${conditions.join("\n  AND ")}\nORDER BY received_at DESC, request, position\nLIMIT ${page.limit}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return keys.length === 0 ? [] : this.load(reach, question, { keys, hasPayload: page.hasPayload });
  }

  /** count returns how many there are in all. */
  async count(reach: Reach, question: RejectedEventQuestion): Promise<number> {
    const { params, conditions } = buildConditions(reach, question);
    const [row] = await this.clickhouse.query<{ count: number }>({
      name: "replays.rejected_events.count",
      sql: `SELECT count() AS count\nFROM rejected_event FINAL\nWHERE ${conditions.join("\n  AND ")}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return row?.count ?? 0;
  }

  /** countByReason returns how many there are of each reason and source, most first, and when the newest of them came. */
  async countByReason(reach: Reach, question: RejectedEventQuestion): Promise<RejectedReasonCount[]> {
    const { params, conditions } = buildConditions(reach, question);
    const rows = await this.clickhouse.query<{ reason: string; source: string; rows: number; newestMs: number }>({
      name: "replays.rejected_events.by_reason",
      sql: `SELECT reason, source, count() AS rows, toUnixTimestamp64Milli(max(received_at)) AS newestMs\nFROM rejected_event FINAL\nWHERE ${conditions.join("\n  AND ")}\nGROUP BY reason, source\nORDER BY rows DESC, reason, source\nLIMIT ${MAX_REASONS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(({ reason, source, rows: count, newestMs }) => ({
      ...{ reason: reason.toUpperCase(), source: source === "" ? null : source, count, newestAt: new Date(newestMs) },
    }));
  }

  private async load(
    reach: Reach,
    question: RejectedEventQuestion,
    { keys, hasPayload }: { keys: readonly RejectedEventCursor[]; hasPayload: boolean },
  ): Promise<RejectedEventRow[]> {
    const { params, conditions } = buildConditions(reach, question);
    const requests = params.addTexts(
      "requests",
      keys.map(({ request }) => request),
    );
    const positions = params.add(
      "positions",
      "Array(UInt32)",
      keys.map(({ position }) => position),
    );
    conditions.push(`request IN ${requests}`, `(request, position) IN arrayZip(${requests}, ${positions})`);
    // TRICKY: called like the column, its alias would stand for the column in the rest of the list, its length too.
    const payload = hasPayload ? `substringUTF8(payload, 1, ${MAX_PAYLOAD})` : "NULL";
    const rows = await this.clickhouse.query<StoredRow>({
      name: "replays.rejected_events",
      sql: `SELECT ${COLUMNS}, ${payload} AS shownPayload\nFROM rejected_event FINAL\nWHERE ${conditions.join("\n  AND ")}\nORDER BY received_at DESC, request, position\nLIMIT ${keys.length}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(buildRow);
  }
}

const COLUMNS = `toUnixTimestamp64Milli(received_at) AS receivedAtMs, request, position, reason, field, detail, client, source, store, channel,
  partner, id, if(isNull(time), NULL, toUnixTimestamp64Milli(assumeNotNull(time))) AS timeMs, sent_by AS sentBy, length(payload) AS payloadBytes`;

interface StoredRow {
  receivedAtMs: number;
  request: string;
  position: number;
  reason: string;
  field: string;
  detail: string;
  client: string;
  source: string;
  store: string;
  channel: string;
  partner: string;
  id: string;
  timeMs: number | null;
  sentBy: string;
  payloadBytes: number;
  shownPayload: string | null;
}

function buildConditions(reach: Reach, { from, to, reasons }: RejectedEventQuestion) {
  const params = new SqlParameters();
  const conditions = buildReachConditions(reach, "rejected_event", params);
  conditions.push(`received_at >= ${params.addInstant("from", from)}`, `received_at < ${params.addInstant("to", to)}`);
  if (reasons !== undefined) conditions.push(`reason IN ${params.addTexts("reasons", reasons)}`);
  return { params, conditions };
}

function buildAfter({ receivedAtMs, request, position }: RejectedEventCursor, params: SqlParameters): string {
  const at = params.addInstant("after_at", new Date(receivedAtMs));
  const key = `(${params.add("after_request", "String", request)}, ${params.add("after_position", "UInt32", position)})`;
  return `(received_at < ${at} OR (received_at = ${at} AND (request, position) > ${key}))`;
}

function buildRow(row: StoredRow): RejectedEventRow {
  const { receivedAtMs, request, position, reason, detail, shownPayload: payload, payloadBytes } = row;
  const read = (text: string) => (text === "" ? null : text);
  return {
    ...{ receivedAtMs, request, position },
    view: {
      ...{
        request,
        position,
        receivedAt: new Date(receivedAtMs),
        reason: reason.toUpperCase(),
        detail,
        payload,
        payloadBytes,
      },
      ...{ field: read(row.field), client: read(row.client), source: read(row.source), store: read(row.store) },
      ...{ channel: read(row.channel), partner: read(row.partner), id: read(row.id), sentBy: read(row.sentBy) },
      time: row.timeMs === null ? null : new Date(row.timeMs),
    },
  };
}
