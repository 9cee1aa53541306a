import type { ImportCount } from "../import-count.js";

/** renderCount writes the summary people read at the end of an import. */
export function renderCount(
  count: ImportCount,
  options: { files: { rejectedPath: string; warningsPath: string }; isDryRun: boolean },
): string {
  const { files, isDryRun } = options;
  const kinds = [...count.byKind].map(([kind, number]) => `${kind} ${write(number)}`).join(", ");
  const lines = [
    `${write(count.rows)} rows, ${write(count.events)} events (${kinds})`,
    isDryRun
      ? "dry run: nothing was sent"
      : `${write(count.accepted)} accepted, ${write(count.duplicates)} recognised as sent before, ${write(count.skipped)} skipped as sent by an interrupted run`,
  ];
  for (const [reason, number] of count.warnings) lines.push(`${write(number)} dirty rows imported: ${reason}`);
  if (count.warnings.size > 0) lines.push(`dirty rows by line: ${files.warningsPath}`);
  lines.push(`${write(count.rejectedRows + count.rejectedEvents)} rejected`);
  if (count.rejectedRows + count.rejectedEvents > 0)
    lines.push(`rejected rows by line and reason: ${files.rejectedPath}`);
  return lines.join("\n");
}

function write(number: number): string {
  return number.toLocaleString("en");
}
