import type { ClickHouse } from "@watchfloor/sql";
import type { EventDocument } from "../../events/event-document.js";

/** Identities looked up by one query. */
const LOOK_UP_SIZE = 2_000;

const STORED = `
SELECT DISTINCT client, source, id FROM event
WHERE tenant = {tenant:String} AND toDate(time) IN {days:Array(Date)}
  AND (client, source, id) IN (SELECT arrayJoin(arrayZip({clients:Array(String)}, {sources:Array(String)}, {ids:Array(String)})))`;

/** SentEvent is an event and its time. */
export interface SentEvent {
  readonly event: EventDocument;
  readonly timeMs: number;
}

/** renderIdentity joins what makes an event of a tenant the same event (CONTRACT 2.2). */
export function renderIdentity({ client, source, id }: Pick<EventDocument, "client" | "source" | "id">): string {
  return `${client}\0${source}\0${id}`;
}

/** findStoredIdentities returns the identities among `sent` that are stored already. */
export async function findStoredIdentities(
  clickhouse: ClickHouse,
  tenant: string,
  sent: readonly SentEvent[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < sent.length; from += LOOK_UP_SIZE) {
    const some = sent.slice(from, from + LOOK_UP_SIZE);
    const rows = await clickhouse.query<Pick<EventDocument, "client" | "source" | "id">>({
      name: "ingestion.replay.stored",
      sql: STORED,
      params: {
        tenant,
        days: [...new Set(some.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 10)))],
        clients: some.map(({ event }) => event.client),
        sources: some.map(({ event }) => event.source),
        ids: some.map(({ event }) => event.id),
      },
      mustSeeAll: true,
    });
    for (const row of rows) found.add(renderIdentity(row));
  }
  return found;
}
