import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Definition } from "../../../features/dashboard/dashboard-query.js";
import type { FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import { KpiHeadline } from "../../../features/dashboard/kpi/kpi-headline.js";
import { coverageQuery, moneyQuery } from "../../../features/needs/headline-query.js";
import { obligationsAtMost } from "../../../features/needs/obligations-query.js";
import { renderHeadlineNote, renderNeedCount } from "../../../features/needs/render-headline.js";
import { PageTitle } from "../../../ui/page-title.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { PlaceTitle } from "./place-title.js";
import { useNeeds } from "./use-needs.js";

interface HeadlineProps {
  readonly definition: Definition;
  readonly places: FixedPlaces;
  readonly actions?: ReactNode;
}

/** Headline is the first line of a page: what matters most on it in one sentence. */
export function Headline(props: HeadlineProps): ReactNode {
  const { definition, places, actions } = props;
  switch (definition.headline) {
    case "NEEDS":
      return <NeedsTitle actions={actions} />;
    case "KPIS":
      return <KpiHeadline definition={definition} actions={actions} />;
    case "PLACE":
      return <PlaceTitle definition={definition} places={places} actions={actions} />;
    case "TITLE":
      return (
        <PageTitle title={definition.title} note={definition.description}>
          {actions}
        </PageTitle>
      );
  }
}

/** Amounts in two currencies, as where clients of several countries are in scope. */
const needsShape = { title: "12 things need you", note: "EUR 123.4 k + GBP 12.3 k at risk, coverage 97.8 %" };

function NeedsTitle(props: { actions?: ReactNode }): ReactNode {
  const { filter, range, timeZone } = useWorkspace();
  const { obligations, needs } = useNeeds();
  const money = useQuery(moneyQuery({ filter, range, timeZone }));
  const coverage = useQuery(coverageQuery({ filter, range, timeZone }));
  const isCut = (obligations.data?.length ?? 0) >= obligationsAtMost;
  return (
    <PageTitle
      title={obligations.data === undefined ? "What needs you" : renderNeedCount(needs.length, isCut)}
      note={renderHeadlineNote(money.data, coverage.data)}
      shape={needsShape}
    >
      {props.actions}
    </PageTitle>
  );
}
