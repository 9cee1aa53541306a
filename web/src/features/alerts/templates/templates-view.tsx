import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { StateShape } from "../../../ui/state-shape.js";
import { TEMPLATE_MEDIA, type TemplateMediumWords } from "./template-media.js";
import { TemplateItem } from "./template-item.js";
import { templatesQuery, type Template } from "./templates-query.js";
import classes from "./templates.module.css";
import { UseButton } from "./use-button.js";

/** TemplatesView lists how messages are worded, by the kind of channel, and what is in use. */
export function TemplatesView(props: { mayChange: boolean }): ReactNode {
  const query = useQuery(templatesQuery);
  return TEMPLATE_MEDIA.map((words) => (
    <Panel key={words.medium} title={words.title} note={words.note}>
      <QueryFrame query={query} what="the templates" skeleton={<SkeletonRows rows={2} height={44} />}>
        {(templates) => (
          <Medium
            words={words}
            templates={templates.filter(({ medium }) => medium === words.medium)}
            mayChange={props.mayChange}
          />
        )}
      </QueryFrame>
    </Panel>
  ));
}

function Medium(props: { words: TemplateMediumWords; templates: readonly Template[]; mayChange: boolean }): ReactNode {
  const { words, templates, mayChange } = props;
  const isBuiltIn = templates.every(({ isInUse }) => !isInUse);
  return (
    <>
      <ul className={classes.list}>
        <li className={classes.item} data-on={isBuiltIn ? "" : undefined}>
          <span className={classes.name}>Built-in</span>
          <span className={classes.words}>the wording that comes with the product</span>
          <span className={classes.state}>
            <StateShape state={isBuiltIn ? "ok" : "none"} />
            {isBuiltIn ? "in use" : "not in use"}
          </span>
          {mayChange && !isBuiltIn ? <UseButton medium={words.medium} id={null} name="the built-in wording" /> : null}
        </li>
        {templates.map((template) => (
          <TemplateItem key={template.id} template={template} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange ? (
        <Link
          to="/alerts/templates/$template"
          params={{ template: "new" }}
          search={{ medium: words.medium.toLowerCase() }}
          className={classes.add ?? ""}
        >
          New template for {words.title.toLowerCase()}
        </Link>
      ) : null}
    </>
  );
}
