import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import { labelChoicesQuery } from "../matchers/label-choices-query.js";
import { listLabelNames } from "../matchers/list-label-values.js";

/** These tell the two sides apart: the same on both, nothing would ever be muted, or it is asked anyway. */
const never: ReadonlySet<string> = new Set(["rule", "severity", "tier"]);

/** EqualLabels choose which labels must be the same on both sides. */
export function EqualLabels(props: {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const labels = useQuery(labelChoicesQuery).data ?? [];
  const names = [...new Set([...listLabelNames(labels), ...props.chosen])].filter((name) => !never.has(name));
  return (
    <fieldset className={dialog.group}>
      <legend>and which have the same</legend>
      <div className={dialog.row}>
        {names.map((name) => (
          <label key={name} className={dialog.check}>
            <input
              type="checkbox"
              checked={props.chosen.includes(name)}
              onChange={(event) =>
                props.onChange(
                  event.currentTarget.checked ? [...props.chosen, name] : props.chosen.filter((each) => each !== name),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
