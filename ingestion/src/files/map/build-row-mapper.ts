import type { Mapping } from "@watchfloor/dashboards";
import { checkEvent } from "../../events/check-event.js";
import type { EventDocument } from "../../events/event-document.js";
import type { Refusal } from "../../events/refusal.js";
import type { MappedDocument, MappedRow } from "../../mapping/mapped-row.js";
import { prepareMapping, type PreparedMapping } from "../../mapping/prepare-mapping.js";
import { RowFault } from "../../mapping/row-fault.js";
import type { SourceRow } from "../../mapping/source-row.js";

/** RowVerdict is what becomes of a row: events with the reasons it is dirty for, or why it is refused. */
export type RowVerdict =
  { readonly events: readonly EventDocument[]; readonly warnings: readonly string[] } | { readonly refusal: Refusal };

/** RowMapper maps one row; `next` is the row that follows it in its group. */
export type RowMapper = (row: SourceRow, next: SourceRow | undefined) => RowVerdict;

/** buildRowMapper prepares a mapping; `client` replaces the mapping's own. */
export function buildRowMapper(mapping: Mapping, client: string | undefined = mapping.client): RowMapper {
  const prepared = prepareMapping(mapping);
  const fixed = { source: mapping.source, client };
  const hasDocuments = mapping.format.kind === "ndjson";
  return (row, next) => {
    if (row.fault !== undefined) return refuse("", row.fault);
    const document = hasDocuments ? buildDocument(row.content) : undefined;
    const mapped: MappedRow = { row, next, document, values: new Map(), warnings: [] };
    try {
      return mapRow(mapped, prepared, fixed);
    } catch (error) {
      if (error instanceof RowFault) return refuse(error.field, error.message);
      throw error;
    }
  };
}

/** `sequence` is the line number unless the mapping says otherwise. */
function mapRow(mapped: MappedRow, prepared: PreparedMapping, fixed: object): RowVerdict {
  prepared.readValues(mapped);
  const events: EventDocument[] = [];
  for (const { holds, fill } of prepared.templates) {
    if (!holds(mapped)) continue;
    const checked = checkEvent({ ...fixed, sequence: mapped.row.line, ...fill(mapped) });
    if ("refusal" in checked) return checked;
    events.push(checked.event);
  }
  return { events, warnings: [...prepared.listDirt(mapped), ...mapped.warnings] };
}

function buildDocument(document: unknown): MappedDocument {
  return { document, headers: {}, item: document, position: 1, found: new Map() };
}

function refuse(field: string, detail: string): RowVerdict {
  return { refusal: { reason: "mapping_failed", field, detail } };
}
