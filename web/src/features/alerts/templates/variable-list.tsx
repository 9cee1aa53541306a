import { useState, type ReactNode } from "react";
import type { VariablePlace } from "./insert-variable.js";
import type { TemplateWords } from "./templates-query.js";
import classes from "./templates.module.css";

type Variable = TemplateWords["alertTemplateVariables"][number];

const groups = [
  { of: "MESSAGE", title: "Of the message" },
  { of: "INCIDENT", title: "Of an incident" },
  { of: "FACT", title: "Of a fact, between {{#facts}} and {{/facts}}" },
] as const;

/** VariableList shows every name a template can write; one that is pressed is put where the cursor stood. */
export function VariableList(props: {
  variables: readonly Variable[];
  into: string;
  onPut: (variable: VariablePlace) => void;
}): ReactNode {
  const [find, setFind] = useState("");
  const words = find.trim().toLowerCase();
  const shown = props.variables.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(words),
  );
  return (
    <section className={classes.variables} aria-label="Names that can be written">
      <div className={classes.find}>
        <input
          type="search"
          aria-label="Find a name"
          placeholder="Find a name"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <span>goes into: {props.into}</span>
      </div>
      <div className={classes.names}>
        {groups.map(({ of, title }) => {
          const within = shown.filter((each) => each.of === of);
          return within.length === 0 ? null : (
            <div key={of}>
              <h3>{title}</h3>
              <ul>
                {within.map((variable) => (
                  <li key={variable.name}>
                    <button type="button" onClick={() => props.onPut(variable)}>
                      {variable.name}
                    </button>
                    <span>{variable.description}</span>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        {shown.length === 0 ? <p>No name says that.</p> : null}
      </div>
    </section>
  );
}
