import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDay } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { writeWhy } from "../../metrics/why-question.js";
import { Choice } from "../../ui/choice.js";
import { EmptyNote } from "../../ui/empty-note.js";
import filters from "../../ui/filters.module.css";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { coverageGroups, readCoverageBy } from "./coverage-groups.js";
import { coverageQuery } from "./coverage-query.js";
import classes from "./data-health.module.css";
import { shapeCoverage, type CoverageDay, type CoverageRow } from "./shape-coverage.js";

const options = Object.entries(coverageGroups).map(([id, { words }]) => ({ id, words }));

/** CoveragePanel is the calendar of coverage: how much of what was expected was heard, by day; hatched where nothing was. */
export function CoveragePanel(props: { by: string | undefined; onBy: (by: string | undefined) => void }): ReactNode {
  const { filter, range, timeZone, names } = useWorkspace();
  const by = readCoverageBy(props.by);
  const query = useQuery(coverageQuery({ filter, range, timeZone, by }));
  const shaped = query.data === undefined ? null : shapeCoverage(query.data, { by, names });
  return (
    <Panel
      title="Coverage by day"
      note={`measured of expected, the least covered first; days of ${timeZone}`}
      tools={{
        id: "coverage",
        fileName: "coverage by day",
        table: () => (shaped === null ? null : buildTable(shaped.rows)),
        why: writeWhy({ metric: "coverage", filter }),
      }}
    >
      <div className={filters.filters}>
        <Choice
          label="Rows of the calendar"
          value={by}
          options={options}
          onChoose={(id) => props.onBy(id === "source" ? undefined : id)}
        />
      </div>
      <QueryFrame
        query={query}
        what="the coverage"
        skeleton={<SkeletonRows rows={10} height={28} />}
        isEmpty={() => shaped === null || shaped.rows.length === 0}
        empty={
          <EmptyNote title="No feed was expected in these days.">
            Feeds are expected once they are declared or were seen.
          </EmptyNote>
        }
      >
        {() => (shaped === null ? null : <Calendar days={shaped.days} rows={shaped.rows} timeZone={timeZone} />)}
      </QueryFrame>
    </Panel>
  );
}

function Calendar(props: { days: readonly string[]; rows: readonly CoverageRow[]; timeZone: string }): ReactNode {
  const { days, rows, timeZone } = props;
  const isDense = days.length > 31;
  const every = isDense ? 7 : days.length > 16 ? 2 : 1;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label="Coverage by day">
      <table className={classes.calendar} data-dense={isDense ? "" : undefined}>
        <thead>
          <tr>
            <th scope="col">{rows.length === 40 ? "The 40 least covered" : ""}</th>
            {days.map((day, place) => (
              <th key={day} scope="col">
                <span className={place % every === 0 ? undefined : "visually-hidden"}>
                  {formatDay(new Date(day), timeZone)}
                </span>
              </th>
            ))}
            <th scope="col">Together</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              {days.map((day) => (
                <Cell
                  key={day}
                  title={`${row.title}, ${formatDay(new Date(day), timeZone)}`}
                  day={row.days.find(({ at }) => at === day)}
                  isDense={isDense}
                />
              ))}
              <td className={classes.total}>{row.total === null ? "n/a" : formatRatio(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: { title: string; day: CoverageDay | undefined; isDense: boolean }): ReactNode {
  const { day, title } = props;
  if (day === undefined || day.value === null)
    return (
      <td className={classes.cell} data-state="none" data-tip={`${title}\nnothing was expected`}>
        <span className="visually-hidden">nothing expected</span>
      </td>
    );
  const exact = `${formatCount(day.numerator ?? 0)} of ${formatCount(day.denominator ?? 0)} slices of 5 min`;
  return (
    <td className={classes.cell} data-state={day.state} data-tip={`${title}\n${formatRatio(day.value)}, ${exact}`}>
      <i style={{ height: `${100 * day.value}%` }} aria-hidden="true" />
      <span className={props.isDense ? "visually-hidden" : undefined}>{renderShort(day.value)}</span>
    </td>
  );
}

/** Whole per cents; a miss is never rounded away. */
function renderShort(value: number): string {
  if (value === 0) return "0";
  return String(value < 1 ? Math.min(99, Math.max(1, Math.round(value * 100))) : 100);
}

function buildTable(rows: readonly CoverageRow[]): PanelTable {
  return {
    columns: [
      { title: "Row" },
      { title: "Day" },
      { title: "Coverage", isNumber: true },
      { title: "Measured", isNumber: true },
      { title: "Expected", isNumber: true },
    ],
    rows: rows.flatMap((row) =>
      row.days.map((day) => [
        row.title,
        { at: day.at },
        day.value === null
          ? { value: null, reason: "nothing was expected" }
          : { value: day.value, unit: "ratio", text: formatRatio(day.value) },
        { value: day.numerator ?? 0, unit: "" },
        { value: day.denominator ?? 0, unit: "" },
      ]),
    ),
  };
}
