import type { ImportCount } from "../import-count.js";

/** renderCount writes the summary people read at the end of an import. */
export function renderCount(
  count: ImportCount,
  options: { files: { rejectedPath: string; warningsPath: string }; isDryRun: boolean },
): string {
  const { files, isDryRun } = options;
  const kinds = [...count.byKind].map(([kind, number]) => `${kind} ${write(number)}`).join(", ");
  const known = `${write(count.accepted)} accepted, ${write(count.duplicates)} recognised as sent before`;
  const lines = [
    `${write(count.rows)} rows, ${write(count.events)} events (${kinds})`,
    isDryRun ? `dry run, nothing was sent: ${known}` : known,
  ];
  if (count.resumedRows > 0)
    lines.push(`the first ${write(count.resumedRows)} rows are of the run that was interrupted`);
  for (const [reason, number] of count.warnings) lines.push(`${write(number)} dirty rows imported: ${reason}`);
  if (count.warnings.size > 0) lines.push(`dirty rows by line: ${files.warningsPath}`);
  lines.push(`${write(count.rejectedRows + count.rejectedEvents)} rejected`);
  if (count.rejectedRows + count.rejectedEvents > 0)
    lines.push(
      `rejected rows by line and reason: ${files.rejectedPath}`,
      "correct them there and import that file with the same mapping",
    );
  return lines.join("\n");
}

function write(number: number): string {
  return number.toLocaleString("en");
}
