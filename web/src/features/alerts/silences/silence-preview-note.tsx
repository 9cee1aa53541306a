import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertSample } from "../matchers/alert-sample.js";
import { silencePreviewQuery } from "./silences-query.js";

/** SilencePreviewNote says what matchers would mute at this moment, and keeps saying it while the form is open. */
export function SilencePreviewNote(props: { matchers: readonly string[] }): ReactNode {
  const { data, error } = useQuery(silencePreviewQuery(props.matchers));
  return (
    <div className={dialog.note} role="status" aria-label="What it would mute now">
      {props.matchers.length === 0 ? "Conditions say which alerts are muted; all of them must hold." : null}
      {error === null ? null : error.message}
      {props.matchers.length === 0 || data === undefined ? null : data.__typename === "NotificationProblem" ? (
        data.message
      ) : (
        <>
          <strong>
            {data.firingCount === 0
              ? "Nothing that fires now matches."
              : `It would mute ${formatCount(data.firingCount)} ${data.firingCount === 1 ? "alert that fires" : "alerts that fire"} now.`}
          </strong>{" "}
          {data.pendingCount === 0 ? "" : `${formatCount(data.pendingCount)} more may fire soon. `}
          {data.firingCount === 0 ? "Alerts to come that match are muted all the same." : ""}
          <AlertSample alerts={data.firing} />
        </>
      )}
    </div>
  );
}
