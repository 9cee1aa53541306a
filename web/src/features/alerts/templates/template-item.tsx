import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { DeleteDialog } from "../delete-dialog.js";
import { describeTemplate } from "./describe-template.js";
import { deleteTemplate, templatesQuery, type Template } from "./templates-query.js";
import classes from "./templates.module.css";
import { UseButton } from "./use-button.js";

/** TemplateItem is one template in a line: how it begins, how it does, and what can be done about it. */
export function TemplateItem(props: { template: Template; mayChange: boolean }): ReactNode {
  const { template, mayChange } = props;
  const [isAsked, setAsked] = useState(false);
  const health = describeTemplate(template);
  return (
    <li className={classes.item} data-on={template.isInUse ? "" : undefined}>
      <span className={classes.what}>
        <Link
          to="/alerts/templates/$template"
          params={{ template: template.id }}
          className={`${classes.name} ${classes.link}`}
        >
          {template.name}
        </Link>
        <small>
          version {template.version} by {template.savedByName}
        </small>
      </span>
      <code className={classes.words}>{template.title === "" ? template.text : template.title}</code>
      <span className={classes.state}>
        <StateShape state={health.state} />
        <span>
          {health.words} {health.since === null ? null : <Instant at={health.since} />}
        </span>
      </span>
      {mayChange ? (
        <span className={classes.deeds}>
          {template.isInUse ? null : <UseButton medium={template.medium} id={template.id} name={template.name} />}
          <button type="button" aria-label={`Delete ${template.name}`} onClick={() => setAsked(true)}>
            Delete
          </button>
        </span>
      ) : null}
      {template.lastFault === null ? null : <p className={classes.health}>{template.lastFault}</p>}
      {isAsked ? (
        <DeleteDialog
          title={`Delete "${template.name}"?`}
          words={
            template.isInUse ? "It is in use: messages are in the built-in wording from now on." : "It is not in use."
          }
          of={templatesQuery.queryKey}
          onDelete={() => deleteTemplate(template.id, template.version)}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </li>
  );
}

function Instant(props: { at: string }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(30_000);
  const at = new Date(props.at);
  return <span data-tip={formatInstantExact(at, timeZone)}>{formatInstant(at, timeZone, now)}</span>;
}
