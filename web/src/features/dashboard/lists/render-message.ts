import { formatInstantInText } from "../../../format/format-instant.js";
import { formatExact } from "../../../format/format-number.js";
import { formatRatio } from "../../../format/format-ratio.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { TimeRange } from "../../../time-range/time-range.js";
import type { EvidenceRow } from "./evidence-query.js";

interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly intervalLow?: number | null;
  readonly intervalHigh?: number | null;
}

interface MessageParts {
  readonly title: string;
  readonly to: string;
  readonly rows: readonly EvidenceRow[];
  /** isCut says that there are more rows than are listed. */
  readonly isCut: boolean;
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly now: Date;
  readonly count: Figure | undefined;
  readonly onTime: Figure | undefined;
  readonly names: { readonly workflow: (client: string, id: string) => string };
  readonly link: string;
}

/** renderMessage writes what to send to a partner as plain text: the range, the rate with its sample and interval, the count, and each case with its id and instant. */
export function renderMessage(parts: MessageParts): string {
  const { title, to, rows, isCut, timeZone, count, onTime, names, now } = parts;
  const { from, to: end } = resolveRange(parts.range, now);
  const until = end > now ? now : end;
  const lines = [
    `${title}: ${to}`,
    `From ${formatInstantInText(from, timeZone)} to ${formatInstantInText(until, timeZone)}`,
    "",
  ];
  if (onTime?.value !== null && onTime?.value !== undefined) lines.push(renderRate(onTime));
  if (count?.value !== null && count?.value !== undefined) lines.push(`${title}: ${formatExact(count.value)}`);
  lines.push("", isCut ? `The newest ${rows.length}:` : rows.length === 1 ? "The case:" : `All ${rows.length}:`);
  for (const row of rows) {
    const workflow = row.workflow === null ? "" : `${names.workflow(row.client, row.workflow)} `;
    lines.push(`- ${formatInstantInText(new Date(row.at), timeZone)}  ${workflow}${row.run ?? row.id}`);
  }
  return [...lines, "", parts.link, ""].join("\n");
}

function renderRate({ value, numerator, denominator, intervalLow, intervalHigh }: Figure): string {
  const share = formatRatio(value ?? 0);
  const sample =
    numerator === null || denominator === null ? "" : ` (${formatExact(numerator)} of ${formatExact(denominator)})`;
  const interval =
    intervalLow === null || intervalLow === undefined || intervalHigh === null || intervalHigh === undefined
      ? ""
      : `, 95 % interval ${formatRatio(intervalLow)} to ${formatRatio(intervalHigh)}`;
  return `On time: ${share}${sample}${interval}`;
}
