import type { ReactNode } from "react";
import { ScopePickers } from "../../scope/scope-pickers.js";
import { scopeParameters, writeIds } from "../../scope/scope-search.js";
import { buildRangeSearch } from "../../time-range/range-search.js";
import { RangePicker } from "./range-picker.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { ViewsMenu } from "../../features/views/views-menu.js";
import { Commands } from "./commands.js";
import { Freshness } from "./freshness.js";
import { FindRuns } from "./find-runs.js";
import classes from "./header.module.css";
import { PersonMenu } from "./person-menu.js";
import { useShellSearch } from "./use-shell-search.js";

/** Header carries what the pages are narrowed to, over which time, how fresh they are, and who looks. */
export function Header(): ReactNode {
  const { registry, scope, range, timeZone } = useWorkspace();
  const { change } = useShellSearch();
  return (
    <header className={classes.header}>
      <div className={classes.scope}>
        <ScopePickers
          registry={registry}
          scope={scope}
          onChange={(key, ids) => change({ [scopeParameters[key]]: writeIds(ids) })}
        />
        <RangePicker range={range} timeZone={timeZone} onChange={(next) => change({ ...buildRangeSearch(next) })} />
      </div>
      <div className={classes.rest}>
        <Freshness />
        <FindRuns />
        <Commands />
        <ViewsMenu />
        <PersonMenu />
      </div>
    </header>
  );
}
