import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RunChange } from "../../features/runs/run-filters.js";
import { RunsPanel } from "../../features/runs/runs-panel.js";
import { PageTitle } from "../../ui/page-title.js";

/** RunsPage finds runs by order, sku, run or correlation, and lists what is open, late or done. */
export function RunsPage(): ReactNode {
  const search = useSearch({ from: "/shell/runs" });
  const navigate = useNavigate({ from: "/runs" });
  const change = (parts: RunChange): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false });
  return (
    <>
      <PageTitle title={search.find === undefined ? "Runs" : `Runs like “${search.find}”`} />
      <RunsPanel search={search} onChange={change} />
    </>
  );
}
