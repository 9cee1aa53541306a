import { useState, type ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import type { RuleTitle } from "../matchers/label-choices-query.js";
import classes from "./contacts.module.css";

/** RuleChecks choose rules; none chosen are all, also those to come. */
export function RuleChecks(props: {
  rules: readonly RuleTitle[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const { rules, chosen, onChange } = props;
  const [isChoosing, setChoosing] = useState(chosen.length > 0);
  const choose = (isNarrow: boolean): void => {
    setChoosing(isNarrow);
    if (!isNarrow) onChange([]);
  };
  // A rule that is gone, or that one may not see, stays chosen.
  const unknown = chosen.filter((id) => !rules.some((rule) => rule.id === id));
  const all = [...rules, ...unknown.map((id) => ({ id, title: id }))];
  return (
    <fieldset className={dialog.group}>
      <legend>Rules</legend>
      <div className={dialog.row}>
        {[
          { isNarrow: false, words: "All, also those to come" },
          { isNarrow: true, words: chosen.length === 0 ? "Only some" : `Only some: ${chosen.length}` },
        ].map(({ isNarrow, words }) => (
          <button
            key={String(isNarrow)}
            type="button"
            className={dialog.small}
            aria-pressed={isChoosing === isNarrow}
            onClick={() => choose(isNarrow)}
          >
            {words}
          </button>
        ))}
      </div>
      {isChoosing ? (
        <div className={classes.rules} tabIndex={0} role="group" aria-label="Rules to choose from">
          {all.map(({ id, title }) => (
            <label key={id} className={dialog.check}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
              {title}
            </label>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
