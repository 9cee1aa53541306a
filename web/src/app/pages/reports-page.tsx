import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ReportDialog } from "../../features/reports/report-dialog.js";
import { ReportList } from "../../features/reports/report-list.js";
import classes from "../../features/reports/reports.module.css";
import { reportsQuery } from "../../features/reports/reports-query.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

const mayAsk: ReadonlySet<string> = new Set(["ADMINISTRATOR", "EXECUTIVE", "OPERATIONS", "ANALYST", "AUDITOR"]);

/** ReportsPage lists the reports there are and asks for new ones; the client of the address is the one they are of. */
export function ReportsPage(): ReactNode {
  const { me, filter, timeZone } = useWorkspace();
  const { open = null, ask } = useSearch({ from: "/shell/reports" });
  const navigate = useNavigate({ from: "/reports" });
  const now = useNow(10_000);
  const client = filter.clients?.length === 1 ? (filter.clients[0] ?? null) : null;
  const query = useQuery(reportsQuery(client));
  const change = (parts: { open?: string | undefined; ask?: string | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  const isAllowed = mayAsk.has(me.role);
  const button = (
    <button type="button" className={classes.main} onClick={() => change({ ask: "1" })}>
      New report
    </button>
  );
  return (
    <>
      <PageTitle title="Reports" note="what you can send to a client: figures that stay as they were">
        {isAllowed ? button : null}
      </PageTitle>
      <Panel title="Reports" note={query.data === undefined ? "" : `${query.data.length}, newest first`}>
        <QueryFrame
          query={query}
          what="the reports"
          skeleton={<SkeletonRows rows={6} height={32} />}
          isEmpty={(reports) => reports.length === 0}
          empty={
            <EmptyNote title="No report has been made yet.">
              {isAllowed
                ? "Choose a client and a period: the report is made within a minute, as PDF and CSV."
                : "Your role reads reports. Somebody who runs operations can make one for you."}
            </EmptyNote>
          }
        >
          {(reports) => (
            <ReportList
              reports={reports}
              timeZone={timeZone}
              now={now}
              open={open}
              onOpen={(id) => change({ open: id ?? undefined })}
            />
          )}
        </QueryFrame>
      </Panel>
      {ask === "1" && isAllowed ? <ReportDialog client={client} onClose={() => change({ ask: undefined })} /> : null}
    </>
  );
}
