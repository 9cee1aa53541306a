import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import editor from "../editor/editor.module.css";
import rules from "../rules/rules.module.css";
import { templatesQuery, type Template } from "./templates-query.js";
import classes from "./templates.module.css";

interface StaleTemplateProps {
  readonly id: string;
  /** onTake goes on from what is saved by now, with one's own words or with theirs. */
  readonly onTake: (theirs: Template, isMine: boolean) => void;
}

/** StaleTemplate shows what somebody else saved meanwhile, and lets one keep one's own words or begin again from theirs. */
export function StaleTemplate({ id, onTake }: StaleTemplateProps): ReactNode {
  const { data, isFetching } = useQuery({ ...templatesQuery, refetchOnMount: "always" });
  if (isFetching || data === undefined) return <p role="status">Looking at what was changed meanwhile.</p>;
  const theirs = data.find((each) => each.id === id);
  if (theirs === undefined)
    return (
      <p role="alert" className={rules.fault}>
        The template has been deleted meanwhile. Copy its text and make a new one of it.
      </p>
    );
  return (
    <section className={editor.stale} role="alert" aria-label="Changed meanwhile">
      <p>
        <strong>
          {theirs.savedByName} has saved version {theirs.version} meanwhile.
        </strong>
      </p>
      <pre className={classes.theirs}>{[theirs.title, theirs.text].filter((text) => text !== "").join("\n\n")}</pre>
      <div className={rules.actions}>
        <button type="button" className={rules.main} onClick={() => onTake(theirs, true)}>
          Keep mine
        </button>
        <button type="button" onClick={() => onTake(theirs, false)}>
          Begin again from theirs
        </button>
      </div>
    </section>
  );
}
