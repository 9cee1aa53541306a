import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { formatMoney } from "../../format/format-money.js";
import { Panel } from "../../ui/panel.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import type { RunDetail } from "./run-query.js";

/** RunExceptionsPanel lists the exceptions of a run; without any it is not shown. */
export function RunExceptionsPanel(props: { run: RunDetail; now: Date; timeZone: string }): ReactNode {
  const { run, now, timeZone } = props;
  if (run.exceptions.length === 0) return null;
  return (
    <Panel title="Exceptions" note={String(run.exceptions.length)}>
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Exceptions">
        <table className={table.table}>
          <tbody>
            {run.exceptions.map((exception) => (
              <tr key={exception.id}>
                <td>
                  <span className={table.name}>
                    <StateShape
                      state={exception.resolvedAt === null ? "risk" : "ok"}
                      label={exception.resolvedAt === null ? "open" : "resolved"}
                    />
                    {formatCode(exception.class)}
                  </span>
                </td>
                <td>{exception.message}</td>
                <td
                  className={table.dim}
                  data-tip={
                    exception.raisedAt === null ? undefined : formatInstantExact(new Date(exception.raisedAt), timeZone)
                  }
                >
                  {renderAge(exception, now)}
                </td>
                <td className={table.dim}>
                  {[exception.cause, exception.resolution].filter((part) => part).join(", ")}
                </td>
                <td className={table.number}>{exception.money === null ? "–" : formatMoney(exception.money)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function renderAge(exception: { raisedAt: string | null; resolvedAt: string | null }, now: Date): string {
  if (exception.raisedAt === null) return "";
  const until = exception.resolvedAt === null ? now.getTime() : Date.parse(exception.resolvedAt);
  const age = formatDuration(Math.round((until - Date.parse(exception.raisedAt)) / 1000));
  return exception.resolvedAt === null ? `open for ${age}` : `resolved after ${age}`;
}
