import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { describePromotion, renderCountdown } from "../../features/promotions/describe-promotion.js";
import { GateList } from "../../features/promotions/gate-list.js";
import { promotionQuery } from "../../features/promotions/promotions-query.js";
import classes from "../../features/promotions/promotions.module.css";
import { TargetTable } from "../../features/promotions/target-table.js";
import filters from "../../ui/filters.module.css";
import { formatInstantInText } from "../../format/format-instant.js";
import { formatMoneyExact, formatMoneyList } from "../../format/format-money.js";
import { formatCount } from "../../format/format-number.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

const shownAtMost = 500;

/** PromotionPage shows one launch: its gates, and every target by name. */
export function PromotionPage(): ReactNode {
  const { client, change } = useParams({ from: "/shell/promotions/$client/$change" });
  const { find = "", only = "" } = useSearch({ from: "/shell/promotions/$client/$change" });
  const navigate = useNavigate({ from: "/promotions/$client/$change" });
  const { timeZone } = useWorkspace();
  const now = useNow(5_000);
  const query = useQuery(promotionQuery(client, change));
  const search = (parts: { find?: string; only?: string }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  const promotion = query.data?.promotion;
  return (
    <>
      <PageTitle title={promotion?.title ?? change} note={promotion?.action ?? ""} />
      <QueryFrame
        query={query}
        what="the promotion"
        skeleton={
          <Panel title="Launch">
            <SkeletonRows rows={12} height={32} />
          </Panel>
        }
        isEmpty={(answer) => answer === null}
        empty={
          <Panel title="Launch">
            <EmptyNote title="There is no such promotion in what you see.">
              Look at all promotions, or widen the scope above.
            </EmptyNote>
          </Panel>
        }
      >
        {(answer) => {
          if (answer === null) return null;
          const { promotion: launch, targets } = answer;
          const fits = targets.filter(
            (target) =>
              (only === "" || target.state !== "LIVE") && target.title.toLowerCase().includes(find.toLowerCase()),
          );
          const facts: readonly (readonly [string, string])[] = [
            ["State", describePromotion(launch).words],
            ["Start", renderCountdown(launch.startsAt, now)],
            [
              "Live",
              launch.planned === 0 ? "not published" : `${formatCount(launch.live)} of ${formatCount(launch.planned)}`,
            ],
            ["Not live yet", formatMoneyList(launch.money, formatMoneyExact) || "–"],
          ];
          return (
            <>
              <Panel
                title="Launch"
                span={7}
                note={launch.startsAt === null ? change : formatInstantInText(new Date(launch.startsAt), timeZone)}
              >
                <dl className={classes.facts}>
                  {facts.map(([name, text]) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
              </Panel>
              <Panel title="Gates" span={5} note="before the start">
                <GateList gates={launch.gates} timeZone={timeZone} now={now} />
              </Panel>
              <Panel
                title="Targets"
                note={`${formatCount(fits.length)} of ${formatCount(targets.length)}, missing first`}
              >
                <div className={filters.filters}>
                  <input
                    type="search"
                    aria-label="Name of a target"
                    placeholder="Name of a target"
                    value={find}
                    onChange={(event) => search({ find: event.currentTarget.value })}
                  />
                  <select
                    aria-label="State"
                    value={only}
                    onChange={(event) => search({ only: event.currentTarget.value })}
                  >
                    <option value="">Live and missing</option>
                    <option value="missing">Missing only</option>
                  </select>
                </div>
                {targets.length === 0 ? (
                  <EmptyNote title="Nobody has published it yet.">
                    Its targets are known once it is published.
                  </EmptyNote>
                ) : (
                  <TargetTable answer={answer} targets={fits.slice(0, shownAtMost)} timeZone={timeZone} now={now} />
                )}
                {fits.length > shownAtMost ? (
                  <p className={classes.words}>The first {shownAtMost} are shown: search for a name to see others.</p>
                ) : null}
              </Panel>
            </>
          );
        }}
      </QueryFrame>
    </>
  );
}
