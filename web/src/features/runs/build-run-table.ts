import { formatDuration } from "../../format/format-duration.js";
import { formatMoneyExact } from "../../format/format-money.js";
import type { Names } from "../../registry/build-names.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import { describeRun } from "./describe-run.js";
import { renderRunName } from "./render-run-name.js";
import type { RunRow } from "./runs-query.js";

const places = ["Run", "Id", "Workflow", "Client", "Store", "Channel", "Partner", "Stands"];

/** buildRunTable writes runs as plain rows, as they are listed. */
export function buildRunTable(runs: readonly RunRow[], of: { names: Names; now: Date }): PanelTable {
  return {
    columns: [
      ...places.map((title) => ({ title })),
      ...["Started", "Due", "Finished"].map((title) => ({ title })),
      { title: "Took", isNumber: true },
      { title: "Money", isNumber: true },
    ],
    rows: runs.map((run) => [
      renderRunName(run),
      run.id,
      of.names.workflow(run.client, run.workflow),
      of.names.client(run.client),
      run.store === null ? "" : of.names.store(run.client, run.store),
      run.channel === null ? "" : of.names.channel(run.client, run.channel),
      run.partner === null ? "" : of.names.partner(run.client, run.partner),
      describeRun(run, of.now).words,
      ...[run.startedAt, run.dueAt, run.finishedAt].map(buildInstant),
      buildNumber(run.durationSeconds, { unit: "s", render: formatDuration }),
      buildNumber(run.money?.amount ?? null, {
        unit: run.money?.currency ?? "",
        render: () => (run.money === null ? "" : formatMoneyExact(run.money)),
      }),
    ]),
  };
}

function buildInstant(at: string | null): TableCell {
  return at === null ? "" : { at };
}

function buildNumber(value: number | null, options: { unit: string; render: (value: number) => string }): TableCell {
  return value === null ? "" : { value, unit: options.unit, text: options.render(value) };
}
