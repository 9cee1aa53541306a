import type { ReactNode } from "react";
import { formatInstantInText } from "../../format/format-instant.js";
import { describeScope } from "../../scope/describe-scope.js";
import { readClock } from "../../time-range/read-clock.js";
import { renderRange } from "../../time-range/render-range.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./shell.module.css";

/** PrintLine says on paper what the header says on the screen: whose figures, of what, over which time, printed when. */
export function PrintLine(): ReactNode {
  const { me, scope, names, range, timeZone } = useWorkspace();
  const parts = [
    me.tenant.title,
    ...describeScope(scope, names),
    `${range.kind === "preset" ? "last " : ""}${renderRange(range, timeZone)}`,
    `as of ${formatInstantInText(readClock(), timeZone)}`,
  ];
  return <p className={classes.print}>{parts.join(", ")}</p>;
}
