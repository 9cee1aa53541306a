import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CoveragePanel } from "../../features/data-health/coverage-panel.js";
import { IntakePanel } from "../../features/data-health/intake-panel.js";
import { ReasonsPanel } from "../../features/data-health/reasons-panel.js";
import { RejectedPanel } from "../../features/data-health/rejected-panel.js";
import { ReplaysPanel } from "../../features/data-health/replays-panel.js";
import { FeedsPanel } from "../../features/feeds/feeds-panel.js";
import { PageTitle } from "../../ui/page-title.js";

/** DataHealthPage says whether what the other pages show can be trusted: feeds, coverage, how sources send, and what was refused. */
export function DataHealthPage(): ReactNode {
  const search = useSearch({ from: "/shell/data-health" });
  const navigate = useNavigate({ from: "/data-health" });
  const change = (parts: { readonly [name in keyof typeof search]?: string | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  return (
    <>
      <PageTitle title="Data health" note="whether what the other pages show can be trusted" />
      <FeedsPanel search={search} onChange={change} />
      <CoveragePanel by={search.by} onBy={(by) => change({ by })} />
      <IntakePanel />
      <ReasonsPanel search={search} onChange={change} />
      <RejectedPanel search={search} onChange={change} />
      <ReplaysPanel />
    </>
  );
}
