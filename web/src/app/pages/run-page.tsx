import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ExpectedPanel } from "../../features/run/expected-panel.js";
import { EventsPanel } from "../../features/run/events-panel.js";
import { relationWords } from "../../features/run/relation-words.js";
import { RunExceptionsPanel } from "../../features/run/run-exceptions-panel.js";
import { RunFacts } from "../../features/run/run-facts.js";
import { runQuery, type RunDetail, type RunKey } from "../../features/run/run-query.js";
import { StatePanel } from "../../features/run/state-panel.js";
import { WaterfallPanel } from "../../features/run/waterfall-panel.js";
import { buildRunTable } from "../../features/runs/build-run-table.js";
import { describeRun } from "../../features/runs/describe-run.js";
import { renderRunName } from "../../features/runs/render-run-name.js";
import { RunTable } from "../../features/runs/run-table.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** RunPage shows one obligation: how it stands, where its time went, what was received, and what belongs to it. */
export function RunPage(): ReactNode {
  const { client, workflow, run } = useParams({ from: "/shell/runs/$client/$workflow/$run" });
  const key = { client, workflow, id: run };
  const query = useQuery(runQuery(key));
  return (
    <div style={{ display: "contents" }}>
      <QueryFrame
        query={query}
        what="the run"
        skeleton={<SkeletonRows rows={10} height={40} />}
        isEmpty={(data) => data === null}
        empty={
          <EmptyNote title="There is no such run.">
            It does not exist, or it lies outside of what you may see.
          </EmptyNote>
        }
      >
        {(data) => (data === null ? null : <RunBody run={data} runKey={key} />)}
      </QueryFrame>
    </div>
  );
}

function RunBody(props: { run: RunDetail; runKey: RunKey }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const now = useNow(1_000);
  const { run } = props;
  const stands = describeRun(run, now);
  const place = run.store === null ? null : { client: run.client, store: run.store };
  return (
    <>
      <PageTitle
        title={
          <>
            <StateShape state={stands.state} label={stateWords[stands.state]} /> {renderRunName(run)}
          </>
        }
        note={
          <>
            {names.workflow(run.client, run.workflow)}, {names.client(run.client)}
            {place === null ? null : (
              <>
                {", "}
                <Link className={table.link ?? ""} to="/stores/$client/$store" params={place}>
                  {names.store(place.client, place.store)}
                </Link>
              </>
            )}
            {": "}
            <strong style={{ color: "var(--ink)", fontWeight: 620 }}>{stands.words}</strong>
          </>
        }
      />
      <StatePanel run={run} now={now} timeZone={timeZone} />
      <ExpectedPanel run={run} now={now} timeZone={timeZone} />
      <WaterfallPanel run={run} now={now} timeZone={timeZone} />
      <RunExceptionsPanel run={run} now={now} timeZone={timeZone} />
      <RelatedRuns run={run} now={now} />
      <RunFacts run={run} />
      <EventsPanel runKey={props.runKey} timeZone={timeZone} />
    </>
  );
}

function RelatedRuns(props: { run: RunDetail; now: Date }): ReactNode {
  const { names } = useWorkspace();
  const { run, now } = props;
  const linked = run.links.flatMap((link) => (link.run === null ? [] : [link.run]));
  const own = run.relatedRuns.map((related) => related.run);
  const keys = new Set(own.map(keyOfRun));
  const rows = [...own, ...linked.filter((other) => !keys.has(keyOfRun(other)))];
  const ties = new Map(
    run.relatedRuns.map(({ run: other, relations }) => [
      keyOfRun(other),
      relations.map((relation) => relationWords[relation]).join(", "),
    ]),
  );
  if (rows.length === 0) return null;
  return (
    <Panel
      title="Related runs"
      note={`${rows.length}, by id, correlation, entity, change or trace`}
      tools={{ id: "related", fileName: "related runs", table: () => buildRunTable(rows, { names, now }) }}
    >
      <RunTable
        runs={rows}
        label="Related runs"
        now={now}
        showsStore
        tieOf={(other) => ties.get(keyOfRun(other)) ?? "linked trace"}
      />
    </Panel>
  );
}

function keyOfRun(run: { readonly client: string; readonly workflow: string; readonly id: string }): string {
  return `${run.client}\n${run.workflow}\n${run.id}`;
}
