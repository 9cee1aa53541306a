import { useMutation, useQueryClient } from "@tanstack/react-query";
import { DateTime } from "luxon";
import { useState, type ReactNode } from "react";
import type { ReportFormat, RequestReportInput } from "../../graphql/operations.js";
import { readClock } from "../../time-range/read-clock.js";
import { FormDialog } from "../../ui/form-dialog.js";
import dialog from "../../ui/form-dialog.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { listQuarters } from "./list-quarters.js";
import { requestReport } from "./reports-query.js";

interface ReportDialogProps {
  readonly client: string | null;
  readonly onClose: () => void;
}

const formats = ["PDF", "CSV"] as const;

/** ReportDialog asks of whom, of when and as what a report is wanted; the browser's own dialog keeps the focus and closes on Escape. */
export function ReportDialog(props: ReportDialogProps): ReactNode {
  const { registry, timeZone: viewerZone } = useWorkspace();
  const queries = useQueryClient();
  const [now] = useState(readClock);
  const [client, setClient] = useState(props.client ?? registry.clients[0]?.id ?? "");
  const timeZone = registry.clients.find(({ id }) => id === client)?.timeZone ?? viewerZone;
  const quarters = listQuarters(now, timeZone);
  const [quarter, setQuarter] = useState(quarters[1]?.value ?? "");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [chosen, setChosen] = useState<readonly ReportFormat[]>(formats);
  const ask = useMutation({
    mutationFn: (input: RequestReportInput) => requestReport(input),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["reports"] });
      props.onClose();
    },
  });
  const submit = (): void => {
    const midnight = (day: string, days: number): string | null => {
      const at = DateTime.fromISO(day, { zone: timeZone }).plus({ days });
      return at.isValid ? at.toUTC().toISO() : null;
    };
    const period = quarter === "" ? { from: midnight(from, 0), to: midnight(to, 1) } : { quarter };
    ask.mutate({ client, timeZone, formats: [...chosen], ...period });
  };
  return (
    <FormDialog
      title="Report of a client"
      submitWords="Make the report"
      isSmall
      isBusy={ask.isPending}
      isReady={chosen.length > 0}
      fault={ask.error?.message ?? ""}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <label className={dialog.field}>
        Client
        <select value={client} onChange={(event) => setClient(event.currentTarget.value)} required>
          {registry.clients.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className={dialog.field}>
        Period
        <select value={quarter} onChange={(event) => setQuarter(event.currentTarget.value)}>
          {quarters.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
          <option value="">Other days</option>
        </select>
      </label>
      {quarter === "" ? (
        <div className={dialog.pair}>
          <label className={dialog.field}>
            First day
            <input type="date" required value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          </label>
          <label className={dialog.field}>
            Last day
            <input type="date" required min={from} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          </label>
        </div>
      ) : null}
      <fieldset className={dialog.group}>
        <legend>Formats</legend>
        {formats.map((format) => (
          <label key={format} className={dialog.check}>
            <input
              type="checkbox"
              checked={chosen.includes(format)}
              onChange={(event) =>
                setChosen(
                  formats.filter((each) => (each === format ? event.currentTarget.checked : chosen.includes(each))),
                )
              }
            />
            {format === "PDF" ? "PDF, to send" : "CSV, to calculate with"}
          </label>
        ))}
      </fieldset>
      <p className={dialog.help}>
        Days are those of {timeZone}. The report keeps its figures for ever; what is restated later is listed beside it.
      </p>
    </FormDialog>
  );
}
