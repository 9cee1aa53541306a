import { useQuery } from "@tanstack/react-query";
import type { Definition } from "../../../features/dashboard/dashboard-query.js";
import { feedsQuery } from "../../../features/feeds/feeds-query.js";
import { obligationsQuery } from "../../../features/needs/obligations-query.js";
import { useElapsed } from "../../../time-range/use-elapsed.js";
import { runsQuery } from "../../../features/runs/runs-query.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildRunsQuestion } from "./build-runs-question.js";
import { patienceMs } from "./use-needs.js";

/**
 * useFirstReady finds the first panel whose height depends on what it finds, and tells whether that is there: the panels below it wait, so that nothing jumps
 * down under the eye. Index -1 where every panel keeps its height.
 */
export function useFirstReady(definition: Definition): { readonly index: number; readonly isReady: boolean } {
  const { panels } = definition;
  const index = panels.findIndex(({ kind }) => kind === "NEEDS" || kind === "RUNS");
  const panel = panels[index];
  return useReadyOf(panel === undefined || index === panels.length - 1 ? null : panel, index);
}

function useReadyOf(panel: Definition["panels"][number] | null, index: number) {
  const { filter, range } = useWorkspace();
  const isNeeds = panel?.kind === "NEEDS";
  const isRuns = panel?.kind === "RUNS";
  const runs = useQuery({
    ...runsQuery(
      panel === null ? { filter: { scope: filter }, range, first: 1 } : buildRunsQuestion(panel, filter, range),
    ),
    enabled: isRuns,
  });
  const needs = useNeedsReady(isNeeds);
  if (panel === null) return { index: -1, isReady: true };
  return { index, isReady: isRuns ? !runs.isPending : needs };
}

/** Whether something came is all that is asked here: what it says does not draw the whole page. */
const nothing = (): null => null;

function useNeedsReady(isAsked: boolean): boolean {
  const { filter } = useWorkspace();
  const obligations = useQuery({ ...obligationsQuery(filter), enabled: isAsked, select: nothing });
  const feeds = useQuery({ ...feedsQuery(filter), enabled: isAsked, select: nothing });
  const isOverdue = useElapsed(patienceMs);
  return isOverdue || (!obligations.isPending && !feeds.isPending);
}
