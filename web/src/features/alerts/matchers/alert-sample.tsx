import type { ReactNode } from "react";
import { SeverityMark, type AlertSeverity } from "../severity-mark.js";
import classes from "./matchers.module.css";

interface SampledAlert {
  readonly rule: string;
  readonly title: string;
  readonly severity: AlertSeverity;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

const shownAtMost = 4;

/** AlertSample names the first of some alerts, with what tells them apart. */
export function AlertSample(props: { alerts: readonly SampledAlert[] }): ReactNode {
  return (
    <ul className={classes.sample}>
      {props.alerts.slice(0, shownAtMost).map(({ rule, title, severity, labels }) => (
        <li key={`${rule} ${severity} ${JSON.stringify(labels)}`}>
          <SeverityMark severity={severity} /> {title}{" "}
          <small>
            {labels
              .filter(({ name }) => name !== "severity")
              .map(({ value }) => value)
              .join(" · ")}
          </small>
        </li>
      ))}
    </ul>
  );
}
