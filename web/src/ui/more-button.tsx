import type { ReactNode } from "react";
import table from "./table.module.css";

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  /** count is how many rows a page has. */
  readonly count: number;
}

/** MoreButton asks for the next page of a list while there is one. */
export function MoreButton(props: MoreButtonProps): ReactNode {
  const { query, count } = props;
  if (!query.hasNextPage) return null;
  return (
    <button
      type="button"
      className={table.more}
      disabled={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {query.isFetchingNextPage ? "Loading more" : `Show ${count} more`}
    </button>
  );
}
