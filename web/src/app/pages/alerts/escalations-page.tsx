import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { EscalationsView, type EscalationSearch } from "../../../features/alerts/escalations/escalations-view.js";
import { mayMute } from "../../../features/alerts/may-mute.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** EscalationsPage shows who is told when nobody takes an incident on. */
export function EscalationsPage(): ReactNode {
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/escalations" });
  const navigate = useNavigate({ from: "/alerts/escalations" });
  const { mayRead, mayWrite, why } = mayMute(me);
  const change = (parts: EscalationSearch): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  return (
    <AlertsFrame
      title="Escalation"
      note={`who is told while nobody takes an incident on${mayRead && why !== "" ? `. ${why}` : ""}`}
      actions={
        mayWrite ? (
          <button type="button" className={dialog.main} onClick={() => change({ edit: "new" })}>
            New policy
          </button>
        ) : undefined
      }
    >
      {mayRead ? (
        <EscalationsView search={search} mayWrite={mayWrite} onChange={change} />
      ) : (
        <Panel title="Policies">
          <EmptyNote title="Your role does not see escalation policies.">{why}</EmptyNote>
        </Panel>
      )}
    </AlertsFrame>
  );
}
