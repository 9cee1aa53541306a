import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PanelPage } from "../../../graphql/operations.js";
import table from "../../../ui/table.module.css";
import { useDashboard, type GroupPart } from "../dashboard-context.js";
import { renderGroupTitle } from "./render-group-title.js";
import { buildGroupAddress } from "./build-group-address.js";
import { useKeyClient } from "./use-key-client.js";

interface GroupNameProps {
  readonly groupKey: readonly GroupPart[];
  readonly opens: PanelPage | null;
}

/** GroupName names a row: it opens the row's own page where the panel says so, else it narrows the page to the row. */
export function GroupName(props: GroupNameProps): ReactNode {
  const { narrow, canNarrow, isNarrowedTo } = useDashboard();
  const key = useKeyClient(props.groupKey);
  const title = renderGroupTitle(key);
  const address = props.opens === null ? null : buildGroupAddress(key, props.opens);
  if (address !== null)
    return (
      <Link className={table.link ?? ""} to={address.to} search={(kept) => ({ ...kept, ...address.search })}>
        {title}
      </Link>
    );
  const dimensions = key.filter(({ id }) => id !== null && id !== "");
  const isOffered = dimensions.length > 0 && dimensions.every(({ dimension }) => canNarrow(dimension));
  if (!isOffered) return <span>{title}</span>;
  return (
    <button
      type="button"
      className={table.pick}
      aria-pressed={isNarrowedTo(key)}
      onClick={() => narrow(key)}
      data-tip={isNarrowedTo(key) ? "Show all again" : `Show only ${title}`}
    >
      {title}
    </button>
  );
}
