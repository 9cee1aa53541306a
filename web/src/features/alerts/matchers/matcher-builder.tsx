import { useQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { labelChoicesQuery, ruleTitlesQuery } from "./label-choices-query.js";
import { listLabelNames, listLabelValues, type LabelSources } from "./list-label-values.js";
import { MATCHER_OPERATORS, type Matcher } from "./matcher.js";
import classes from "./matchers.module.css";

/** MatcherBuilder edits a list of matchers: label, comparison, value; it offers the labels and values there are, and takes any other. */
export function MatcherBuilder(props: {
  legend: string;
  matchers: readonly Matcher[];
  onChange: (matchers: readonly Matcher[]) => void;
}): ReactNode {
  const { matchers, onChange } = props;
  const { registry } = useWorkspace();
  const labels = useQuery(labelChoicesQuery).data ?? [];
  const rules = useQuery(ruleTitlesQuery).data ?? [];
  const replace = (place: number, matcher: Matcher): void =>
    onChange(matchers.map((each, index) => (index === place ? matcher : each)));
  return (
    <fieldset className={classes.builder}>
      <legend>{props.legend}</legend>
      {matchers.map((matcher, place) => (
        <MatcherLine
          key={place}
          matcher={matcher}
          matchers={matchers}
          sources={{ registry, labels, rules }}
          onChange={(changed) => replace(place, changed)}
          onRemove={() => onChange(matchers.filter((_, index) => index !== place))}
        />
      ))}
      <button
        type="button"
        className={classes.add}
        onClick={() =>
          onChange([...matchers, { label: matchers.length === 0 ? "rule" : "client", op: "=", value: "" }])
        }
      >
        + Add a condition
      </button>
    </fieldset>
  );
}

function MatcherLine(props: {
  matcher: Matcher;
  matchers: readonly Matcher[];
  sources: LabelSources;
  onChange: (matcher: Matcher) => void;
  onRemove: () => void;
}): ReactNode {
  const { matcher, onChange, sources } = props;
  const id = useId();
  const values = listLabelValues(matcher.label, sources, props.matchers);
  const title = values.find(({ value }) => value === matcher.value)?.words ?? "";
  return (
    <div className={classes.line}>
      <input
        aria-label="Label"
        list={`${id}-names`}
        value={matcher.label}
        required
        pattern="[A-Za-z_][A-Za-z0-9_]*"
        onChange={(event) => onChange({ ...matcher, label: event.currentTarget.value })}
      />
      <datalist id={`${id}-names`}>
        {listLabelNames(sources.labels).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <select
        aria-label="Comparison"
        value={matcher.op}
        onChange={(event) => {
          const op = MATCHER_OPERATORS.find((each) => each.op === event.currentTarget.value)?.op;
          onChange({ ...matcher, op: op ?? "=" });
        }}
      >
        {MATCHER_OPERATORS.map(({ op, words }) => (
          <option key={op} value={op}>
            {words} ({op})
          </option>
        ))}
      </select>
      <input
        aria-label={`Value of ${matcher.label}`}
        list={`${id}-values`}
        value={matcher.value}
        placeholder={matcher.op.endsWith("~") ? "one|another" : "value"}
        onChange={(event) => onChange({ ...matcher, value: event.currentTarget.value })}
      />
      <datalist id={`${id}-values`}>
        {values.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </datalist>
      <button type="button" className={classes.remove} onClick={props.onRemove} aria-label={`Remove ${matcher.label}`}>
        ×
      </button>
      {title === "" ? null : <small className={classes.title}>{title}</small>}
    </div>
  );
}
