import { formatCode } from "../../../format/format-code.js";
import { formatDuration } from "../../../format/format-duration.js";
import type { DraftChange } from "../definition/compare-drafts.js";
import { renderMeasure } from "../definition/render-measure.js";

/** ChangeWords is one difference between two versions for people. */
export interface ChangeWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What the names of fields leave out. */
const fieldWords: Readonly<Record<string, string>> = {
  forSeconds: "Fires after",
  keepFiringSeconds: "Goes on for",
  intervalSeconds: "Evaluated every",
  delaySeconds: "Waits for data",
  againstSeconds: "Against",
  usualSeconds: "Usual",
  noData: "Without data",
  noDataKeepSeconds: "Frozen without data for",
  noDataResolveAfterSeconds: "Closed without data after",
  newGroupDelaySeconds: "New groups after",
  op: "Comparison",
  isEnabled: "Switched on",
};

/** describeChange says one difference in words, thresholds in the unit of the rule and seconds as durations. */
export function describeChange(change: DraftChange, unit: string): ChangeWords {
  const render = (value: unknown): string => renderValue(value, change.field, unit);
  return { field: renderField(change.field), before: render(change.before), after: render(change.after) };
}

function renderField(field: string): string {
  const [first = "", ...rest] = field.split(" ");
  const name =
    fieldWords[first] ??
    formatCode(
      first
        .replaceAll(/([A-Z])/g, "_$1")
        .toLowerCase()
        .replace(/_seconds$/, ""),
    );
  return [name, ...rest.map((part) => formatCode(part.replaceAll(/([A-Z])/g, "_$1")).toLowerCase())].join(", ");
}

function renderValue(value: unknown, field: string, unit: string): string {
  if (value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (/Seconds$/.test(field)) return formatDuration(value);
    return /hreshold$/.test(field) ? renderMeasure(value, unit) : String(value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? "–" : value.map((entry) => renderValue(entry, field, unit)).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
