import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { buildFeedTable } from "../../features/feeds/build-feed-table.js";
import { FeedTable } from "../../features/feeds/feed-table.js";
import { feedsQuery } from "../../features/feeds/feeds-query.js";
import { readMoney } from "../../features/needs/render-headline.js";
import { RunListPanel } from "../../features/runs/run-list-panel.js";
import { runsQuery, type RunsQuestion } from "../../features/runs/runs-query.js";
import { StoreFigures } from "../../features/store/store-figures.js";
import { storeMoneyQuery } from "../../features/store/store-figures-query.js";
import { storeWallQuery, type StoreStanding } from "../../features/store-wall/store-wall-query.js";
import { wallStates } from "../../features/store-wall/wall-state.js";
import { WorkflowsPanel } from "../../features/workflows/workflows-panel.js";
import { writeWhy } from "../../metrics/why-question.js";
import { AfterFirst } from "../../ui/after-first.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** StorePage shows one store: how it stands and why, its workflows, its open work, what ran last, and what it sends. */
export function StorePage(): ReactNode {
  const { client, store } = useParams({ from: "/shell/stores/$client/$store" });
  const { range, timeZone, names, registry } = useWorkspace();
  const filter = useMemo(() => ({ clients: [client], stores: [store] }), [client, store]);
  const stores = useMemo(() => [{ client, store }], [client, store]);
  const standing = useQuery(storeWallQuery(filter)).data?.find(
    (entry) => entry.client === client && entry.store === store,
  );
  const money = useQuery(storeMoneyQuery({ client, store, range, timeZone }));
  const feeds = useQuery(feedsQuery(filter));
  const openWork: RunsQuestion = {
    filter: { scope: filter, states: ["OVERDUE", "AT_RISK", "OPEN"], orderBy: "OLDEST_DUE" },
    range: null,
    first: 15,
  };
  const open = useQuery(runsQuery(openWork, { stores }));
  const region = registry.stores.find((entry) => entry.client === client && entry.id === store)?.region;
  const place =
    region === undefined ? names.client(client) : `${names.region(client, region)}, ${names.client(client)}`;
  return (
    <>
      <StoreTitle title={standing?.title ?? names.store(client, store)} place={place} standing={standing} />
      <StoreFigures
        question={{ client, store, range, timeZone }}
        money={money.data === undefined ? null : readMoney(money.data)}
      />
      <RunListPanel
        title="Open work"
        question={openWork}
        stores={stores}
        empty="Nothing is open."
        emptyHint="Every run of this store has ended."
      />
      <AfterFirst isReady={!open.isPending}>
        <WorkflowsPanel question={{ filter, range, timeZone, stores }} span={8} selected={null} />
        <Panel
          title="Feeds"
          note={feeds.data === undefined ? "" : String(feeds.data.length)}
          span={4}
          tools={{
            id: "feeds",
            fileName: `feeds ${store}`,
            table: () => (feeds.data === undefined ? null : buildFeedTable(feeds.data, names)),
            why: writeWhy({ metric: "coverage", filter }),
          }}
        >
          <QueryFrame
            query={feeds}
            what="the feeds"
            skeleton={<SkeletonRows rows={4} height={32} />}
            isEmpty={(rows) => rows.length === 0}
            empty={
              <EmptyNote title="No feed is known.">
                This store has sent nothing yet: check its connection and key.
              </EmptyNote>
            }
          >
            {(rows) => <FeedTable feeds={rows} timeZone={timeZone} />}
          </QueryFrame>
        </Panel>
        <RunListPanel
          title="Recent runs"
          question={{ filter: { scope: filter, orderBy: "NEWEST" }, range, first: 20 }}
          stores={stores}
          empty="Nothing ran in this range."
          emptyHint="Choose a longer range above."
        />
      </AfterFirst>
    </>
  );
}

function StoreTitle(props: { title: string; place: string; standing: StoreStanding | undefined }): ReactNode {
  const { standing } = props;
  if (standing === undefined) return <PageTitle title={props.title} note={props.place} />;
  const state = wallStates[standing.state];
  return (
    <PageTitle
      title={
        <>
          <StateShape state={state} label={stateWords[state]} /> {props.title}
        </>
      }
      note={`${props.place}: ${stateWords[state]}${standing.reason === "" ? "" : `. ${standing.reason}`}`}
    />
  );
}
