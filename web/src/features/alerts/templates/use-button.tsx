import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AlertTemplateMedium } from "../../../graphql/operations.js";
import { applyTemplate, templatesQuery } from "./templates-query.js";
import classes from "./templates.module.css";

/** UseButton takes a template, or the built-in wording, into use for its medium. */
export function UseButton(props: { medium: AlertTemplateMedium; id: string | null; name: string }): ReactNode {
  const queries = useQueryClient();
  const use = useMutation({
    mutationFn: () => applyTemplate(props.medium, props.id),
    onSettled: () => queries.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
  return (
    <span className={classes.deeds}>
      <button type="button" disabled={use.isPending} aria-label={`Use ${props.name}`} onClick={() => use.mutate()}>
        Use
      </button>
      {use.error === null ? null : (
        <span role="alert" className={classes.fault}>
          {use.error.message}
        </span>
      )}
    </span>
  );
}
