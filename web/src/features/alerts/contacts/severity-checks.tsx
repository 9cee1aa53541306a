import type { ReactNode } from "react";
import type { NotificationSeverity } from "../../../graphql/operations.js";
import dialog from "../../../ui/form-dialog.module.css";
import { SeverityMark } from "../severity-mark.js";
import { SEVERITIES } from "./subscription-draft.js";

/** SeverityChecks choose severities, from grave to light. */
export function SeverityChecks(props: {
  legend: string;
  chosen: readonly NotificationSeverity[];
  onChange: (chosen: readonly NotificationSeverity[]) => void;
}): ReactNode {
  return (
    <fieldset className={dialog.group}>
      <legend>{props.legend}</legend>
      <div className={dialog.row}>
        {SEVERITIES.map((severity) => (
          <label key={severity} className={dialog.check}>
            <input
              type="checkbox"
              checked={props.chosen.includes(severity)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                props.onChange(SEVERITIES.filter((each) => (each === severity ? isOn : props.chosen.includes(each))));
              }}
            />
            <SeverityMark severity={severity} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
