import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { GroupPart } from "../dashboard-context.js";
import { renderGroupTitle } from "../frame/render-group-title.js";
import classes from "./lists.module.css";

/** ReportLink leads from the row of a client to the dialog that asks for its report. */
export function ReportLink(props: { groupKey: readonly GroupPart[] }): ReactNode {
  const part = props.groupKey.find(({ dimension }) => dimension === "CLIENT");
  const client = part?.id ?? "";
  if (client === "") return null;
  return (
    <Link
      className={classes.report ?? ""}
      to="/reports"
      search={(kept) => ({ ...kept, client, ask: "1" })}
      aria-label={`Report of ${renderGroupTitle(props.groupKey)}`}
      data-tool=""
    >
      Report
    </Link>
  );
}
