import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PromotionCard } from "../../features/promotions/promotion-card.js";
import { promotionsQuery, type PromotionRow } from "../../features/promotions/promotions-query.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

const sections: readonly { title: string; note: string; states: readonly PromotionRow["state"][] }[] = [
  {
    title: "Need somebody",
    note: "started and not live everywhere, or held up by a gate",
    states: ["LATE", "BLOCKED"],
  },
  { title: "Coming up", note: "next start first", states: ["ROLLING_OUT", "PLANNED"] },
  { title: "Live", note: "of the last three days, newest first", states: ["LIVE"] },
];

/** PromotionsPage is the launch board: what starts soon or did, whether it is ready, what misses it, and what to do. */
export function PromotionsPage(): ReactNode {
  const { filter, timeZone, registry, hasManyClients } = useWorkspace();
  const now = useNow(5_000);
  const query = useQuery(promotionsQuery(filter));
  const urgent = (query.data ?? []).filter(({ state }) => state === "LATE" || state === "BLOCKED").length;
  const title =
    query.data === undefined
      ? "Promotions"
      : urgent === 0
        ? "Every launch is on its way"
        : `${urgent} ${urgent === 1 ? "launch needs" : "launches need"} somebody`;
  const findClient = (id: string): string | null =>
    hasManyClients ? (registry.clients.find((client) => client.id === id)?.title ?? id) : null;
  return (
    <>
      <PageTitle title={title} note={`from three days ago to two weeks ahead, ${timeZone}`} />
      <QueryFrame
        query={query}
        what="the promotions"
        skeleton={
          <Panel title="Need somebody">
            <SkeletonRows rows={6} height={64} />
          </Panel>
        }
        isEmpty={(promotions) => promotions.length === 0}
        empty={
          <Panel title="Promotions">
            <EmptyNote title="No promotion starts in these days.">
              A promotion is a `change.published` of a workflow whose name begins with `promotion`, with its targets and
              a `dueAt`. Approvals and tasks that name it are its gates.
            </EmptyNote>
          </Panel>
        }
      >
        {(promotions) =>
          sections.map(({ title: name, note, states }) => {
            const shown = promotions.filter(({ state }) => states.includes(state));
            return shown.length === 0 ? null : (
              <Panel key={name} title={name} note={`${shown.length}, ${note}`}>
                <ul>
                  {shown.map((promotion) => (
                    <PromotionCard
                      key={`${promotion.client} ${promotion.change}`}
                      promotion={promotion}
                      clientTitle={findClient(promotion.client)}
                      timeZone={timeZone}
                      now={now}
                    />
                  ))}
                </ul>
              </Panel>
            );
          })
        }
      </QueryFrame>
    </>
  );
}
