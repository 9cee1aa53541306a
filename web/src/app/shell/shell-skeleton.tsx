import type { ReactNode } from "react";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import classes from "./shell.module.css";

/** ShellSkeleton is the shape of the shell while the registry is on its way. */
export function ShellSkeleton(): ReactNode {
  return (
    <div className={classes.app} aria-busy="true">
      <div style={{ background: "var(--panel)", borderRight: "1px solid var(--line)" }} />
      <div>
        <div style={{ height: 49, background: "var(--panel)", borderBottom: "1px solid var(--line)" }} />
        <div style={{ padding: 20 }}>
          <SkeletonRows rows={8} height={44} />
        </div>
      </div>
    </div>
  );
}
