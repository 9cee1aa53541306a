import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntervalList } from "../../../charts/interval-list.js";
import { formatCount } from "../../../format/format-number.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { buildGroupTable } from "./build-group-table.js";
import { choosePeers } from "./choose-peers.js";
import { listFigures } from "./list-figures.js";
import { shapeIntervals } from "./shape-intervals.js";

/** PeersPanel shows one store among the stores of its region: its place, the best, the worst and those next to it. Who may see only one store sees it alone. */
export function PeersPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { filter, range, timeZone } = useDashboard();
  const { registry, names } = useWorkspace();
  const [client = ""] = filter.clients ?? [];
  const [store = ""] = filter.stores ?? [];
  const region = registry.stores.find((entry) => entry.client === client && entry.id === store)?.region;
  const metric = panel.metrics[0]?.metric ?? "";
  const { stores: _one, ...wider } = filter;
  const query = useQuery(
    panelTotalsQuery({
      ...{ metrics: [metric], range, timeZone, groupBy: ["STORE"], limit: 1000 },
      filter: { ...wider, ...(region === undefined || region === "" ? {} : { regions: [region] }) },
      rankBy: { metric, order: "BEST_FIRST" },
      minimumSample: panel.minimumSample ?? 30,
    }),
  );
  const where = region === undefined ? names.client(client) : names.region(client, region);
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={7 * 30}
      note={query.data === undefined ? "" : renderPlace(query.data, { metric, store, where })}
      isEmpty={(answer) => listFigures(answer, metric).length === 0}
      table={(answer) => buildGroupTable(answer, panel)}
    >
      {(answer) => <Peers panel={panel} answer={answer} store={store} />}
    </PanelFrame>
  );
}

function Peers(props: { panel: PanelDefinition; answer: PanelAnswer; store: string }): ReactNode {
  const { panel, answer, store } = props;
  const { filter } = useDashboard();
  const metric = panel.metrics[0]?.metric ?? "";
  const facts = useMetricFacts()(metric);
  const { stores: _one, ...wider } = filter;
  const shown = choosePeers(listFigures(answer, metric), store);
  const axis = shapeIntervals(
    shown.map(({ figure }) => figure),
    null,
  );
  return (
    <IntervalList
      label={panel.title}
      target={null}
      low={formatFigure(axis.low, facts)}
      high={formatFigure(axis.high, facts)}
      rows={shown.map(({ key, rank, figure }, index) => {
        const isThis = key.some(({ dimension, id }) => dimension.toUpperCase() === "STORE" && id === store);
        return {
          key: JSON.stringify(key),
          ...{ rank, ...(axis.places[index] ?? { at: null, from: null, to: null }), isMissed: false },
          name: isThis ? <b>This store</b> : <GroupName groupKey={key} opens="STORE" />,
          value: (
            <Figure
              figure={figure}
              render={(value) => formatFigure(value, figure)}
              label={key.map(({ title, id }) => title ?? id ?? "").join(", ")}
              of={{ filter: wider, key }}
              tone={isThis ? "strong" : undefined}
            />
          ),
          sample: figure.denominator === null ? "" : `of ${formatCount(figure.denominator)}`,
        };
      })}
    />
  );
}

function renderPlace(answer: PanelAnswer, of: { metric: string; store: string; where: string }): string {
  const figures = listFigures(answer, of.metric);
  const own = figures.find(({ key }) =>
    key.some(({ dimension, id }) => dimension.toUpperCase() === "STORE" && id === of.store),
  );
  const ranked = figures.filter(({ rank }) => rank !== null).length;
  if (own === undefined || own.rank === null) return `${of.where}; too few runs to rank this store`;
  return `place ${own.rank} of ${ranked} in ${of.where}`;
}
