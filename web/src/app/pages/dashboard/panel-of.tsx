import { memo, type ReactNode } from "react";
import { TimeSeriesPanel } from "../../../features/dashboard/charts/time-series-panel.js";
import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import { HeatPanel } from "../../../features/dashboard/heat/heat-panel.js";
import { KpiPanel } from "../../../features/dashboard/kpi/kpi-panel.js";
import { BarPanel } from "../../../features/dashboard/lists/bar-panel.js";
import { DriversPanel } from "../../../features/dashboard/lists/drivers-panel.js";
import { EvidencePanel } from "../../../features/dashboard/lists/evidence-panel.js";
import { FunnelPanel } from "../../../features/dashboard/lists/funnel-panel.js";
import { ParetoPanel } from "../../../features/dashboard/lists/pareto-panel.js";
import { PeersPanel } from "../../../features/dashboard/lists/peers-panel.js";
import { RankingPanel } from "../../../features/dashboard/lists/ranking-panel.js";
import { TablePanel } from "../../../features/dashboard/lists/table-panel.js";
import { TextPanel } from "../../../features/dashboard/lists/text-panel.js";
import { ownPanels } from "./own-panels.js";

type Draw = (props: { panel: PanelDefinition }) => ReactNode;

/** panelsByKind says what draws each kind of panel; a new kind is a line here. */
const panelsByKind: Readonly<Partial<Record<PanelDefinition["kind"], Draw>>> = {
  ...ownPanels,
  KPI: KpiPanel,
  TIME_SERIES: TimeSeriesPanel,
  BAR: BarPanel,
  HEAT_TABLE: HeatPanel,
  RANKING: RankingPanel,
  TABLE: TablePanel,
  PARETO: ParetoPanel,
  FUNNEL: FunnelPanel,
  DRIVERS: DriversPanel,
  EVIDENCE: EvidencePanel,
  PEERS: PeersPanel,
  TEXT: TextPanel,
};

/** PanelOf draws one panel of a definition; what happens elsewhere on the page does not draw it again. */
export const PanelOf = memo(function PanelOf(props: { panel: PanelDefinition }): ReactNode {
  const Draw = panelsByKind[props.panel.kind];
  return Draw === undefined ? null : <Draw panel={props.panel} />;
});
