import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatInstant } from "../../../format/format-instant.js";
import table from "../../../ui/table.module.css";
import { readClock } from "../../../time-range/read-clock.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { panelTotalsQuery } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { chooseKpiFigures } from "../kpi/choose-kpi-figures.js";
import { evidenceQuery, type EvidenceRow } from "./evidence-query.js";
import classes from "./lists.module.css";
import { renderMessage } from "./render-message.js";

/** EvidencePanel lists the rows behind a number, each with its run, and what to send to whom it concerns. */
export function EvidencePanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { names } = useWorkspace();
  const question = usePanelQuestion(panel);
  const query = useQuery(evidenceQuery(question, { side: panel.side ?? "NUMERATOR", first: panel.limit ?? 20 }));
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={Math.min(panel.limit ?? 20, 10) * 32 + 60}
      isEmpty={({ nodes }) => nodes.length === 0}
      table={({ nodes }) => ({
        columns: [
          { title: "When" },
          { title: "Workflow" },
          { title: "Run" },
          { title: "Store" },
          { title: "Channel" },
          { title: "Source" },
        ],
        rows: nodes.map((row) => [
          { at: row.at },
          row.workflow === null ? "" : names.workflow(row.client, row.workflow),
          row.run ?? row.id,
          row.store === null ? "" : names.store(row.client, row.store),
          row.channel === null ? "" : names.channel(row.client, row.channel),
          row.source ?? "",
        ]),
      })}
    >
      {({ nodes, pageInfo }) => (
        <>
          <Rows panel={panel} rows={nodes} />
          <Send panel={panel} rows={nodes} isCut={pageInfo.hasNextPage} />
        </>
      )}
    </PanelFrame>
  );
}

function Rows(props: { panel: PanelDefinition; rows: readonly EvidenceRow[] }): ReactNode {
  const { names } = useWorkspace();
  const { timeZone } = useDashboard();
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label={props.panel.title}>
      <table className={table.table}>
        <thead>
          <tr>
            {["When", "Workflow", "Run", "Store", "Channel"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.at} ${row.id} ${row.run ?? ""}`}>
              <td>{formatInstant(new Date(row.at), timeZone, readClock())}</td>
              <td>{row.workflow === null ? "" : names.workflow(row.client, row.workflow)}</td>
              <td className={table.clip}>
                <RunLink row={row} />
              </td>
              <td>{row.store === null ? "" : names.store(row.client, row.store)}</td>
              <td>{row.channel === null ? "" : names.channel(row.client, row.channel)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunLink({ row }: { row: EvidenceRow }): ReactNode {
  const run = row.run ?? (row.kind === "RUN" ? row.id : null);
  if (run === null || row.workflow === null) return row.id;
  return (
    <Link
      className={table.link ?? ""}
      to="/runs/$client/$workflow/$run"
      params={{ client: row.client, workflow: row.workflow, run }}
    >
      {run}
    </Link>
  );
}

/** Send puts what to send on the clipboard: the number with its sample, the range in words, and the rows as they stand above. */
function Send(props: { panel: PanelDefinition; rows: readonly EvidenceRow[]; isCut: boolean }): ReactNode {
  const { panel, rows, isCut } = props;
  const { range, timeZone } = useDashboard();
  const { names, filter } = useWorkspace();
  const question = usePanelQuestion(panel);
  const metrics = [...new Set([...question.metrics, "on_time_rate"])];
  const totals = useQuery(panelTotalsQuery({ ...question, metrics })).data;
  const [state, setState] = useState<"" | "copied" | "failed">("");
  const copy = async (): Promise<void> => {
    if (totals === undefined) return;
    const [client = ""] = filter.clients ?? [];
    const text = renderMessage({
      title: panel.title,
      to: filter.partners?.[0] === undefined ? names.client(client) : names.partner(client, filter.partners[0]),
      ...{ rows, isCut, range, timeZone, names, now: readClock() },
      count: chooseKpiFigures(totals, question.metrics[0] ?? "")[0],
      onTime: chooseKpiFigures(totals, "on_time_rate")[0],
      link: location.href,
    });
    await navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <div className={classes.sendRow}>
      <span role="status">
        {state === "copied"
          ? "Copied: paste it into a message."
          : state === "failed"
            ? "The browser did not allow copying."
            : ""}
      </span>
      <button type="button" className={classes.send} disabled={totals === undefined} onClick={() => void copy()}>
        Copy what to send
      </button>
    </div>
  );
}
