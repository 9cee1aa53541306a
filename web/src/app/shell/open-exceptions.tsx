import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { openExceptionsQuery } from "../../features/exception-list/exception-list-query.js";
import { formatCount } from "../../format/format-number.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./navigation.module.css";

/** OpenExceptions is the small count of open exceptions beside their page; without any it is not shown. */
export function OpenExceptions(): ReactNode {
  const { filter } = useWorkspace();
  const { data = 0 } = useQuery(openExceptionsQuery(filter));
  return data === 0 ? null : (
    <span className={classes.count}>
      {formatCount(data)}
      <span className="visually-hidden"> open</span>
    </span>
  );
}
