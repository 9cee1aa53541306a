import type { Subject } from "../../resolve/fold-part.js";
import type { RunRow } from "../../resolve/run-row.js";
import type { RowWriter } from "./row-writer.js";
import type { ServedRow } from "./served-row.js";
import { MEASURE_COLUMNS } from "./write-measure-row.js";

/** EXPECTATION_CHECK_COLUMNS are the columns of `writeExpectationCheckRow`. */
export const EXPECTATION_CHECK_COLUMNS = [...MEASURE_COLUMNS, "withdrawn"];

/** Checks of obligations are no events of a source; this word stands where its name would. */
const SOURCE = "expectation";

/**
 * writeExpectationCheckRow writes the comparison of amounts of an obligation as a check. Its version is that of the run, so that
 * the state that knows most stays; under a day the run has left, or once there is nothing to compare, it is withdrawn.
 */
export function writeExpectationCheckRow(rows: RowWriter, subject: Subject, row: RunRow, served: ServedRow): void {
  const check = row.expectation?.check;
  if (check === undefined) return;
  const { fields } = row;
  const isWithdrawn = served.isDeleted || !check.isComparable;
  const atMs = served.isDeleted ? Date.parse(`${served.day}T00:00:00Z`) : check.atMs;
  rows
    .text(subject.tenant)
    .text(subject.client)
    .text(check.measure)
    .text(SOURCE)
    .text(`${subject.workflow}:${subject.id}`);
  rows.instant(atMs).number(check.value).number(check.expected);
  rows.decimal(String(check.absolute)).number(check.relative).decimal(undefined).text("money").text(check.currency);
  rows.text(fields.entityType).text(fields.entityId).text(fields.store).text(fields.channel).text(fields.partner);
  rows.text(fields.region).text(fields.brand).text(subject.workflow).map(row.attributes).whole(served.version);
  rows.whole(isWithdrawn ? 1 : 0).endRow();
}
