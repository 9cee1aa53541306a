import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import type { SubscriptionDraft } from "./subscription-draft.js";

const FIELDS = [
  { name: "wait", words: "Wait for more, minutes", placeholder: "0.5", max: 60 },
  { name: "interval", words: "At most every, minutes", placeholder: "5", max: 1_440 },
  { name: "repeat", words: "Say again after, minutes", placeholder: "240", max: 43_200 },
] as const;

/** TimeFields say how alerts that come together are put together. */
export function TimeFields(props: {
  draft: Pick<SubscriptionDraft, "wait" | "interval" | "repeat" | "groupBy">;
  onChange: (change: Partial<SubscriptionDraft>) => void;
}): ReactNode {
  const { draft, onChange } = props;
  return (
    <fieldset className={dialog.group}>
      <legend>How alerts are put together: by client and rule</legend>
      <div className={dialog.triple}>
        {FIELDS.map(({ name, words, placeholder, max }) => (
          <label key={name} className={dialog.field}>
            {words}
            <input
              type="number"
              min={0}
              max={max}
              step="any"
              value={draft[name]}
              placeholder={placeholder}
              onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <label className={dialog.field}>
        A message of its own for each (labels, such as store, system)
        <input
          value={draft.groupBy.join(", ")}
          onChange={(event) =>
            onChange({
              groupBy: event.currentTarget.value
                .split(/[\s,]+/)
                .filter((part, index, all) => part !== "" || index === all.length - 1),
            })
          }
          onBlur={() => onChange({ groupBy: draft.groupBy.filter((part) => part !== "") })}
        />
      </label>
    </fieldset>
  );
}
