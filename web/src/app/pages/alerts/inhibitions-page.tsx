import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { BuiltInPanel } from "../../../features/alerts/inhibitions/built-in-panel.js";
import { InhibitionsView, type InhibitionSearch } from "../../../features/alerts/inhibitions/inhibitions-view.js";
import { mayMute } from "../../../features/alerts/may-mute.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** InhibitionsPage shows which alerts keep which others from being told. */
export function InhibitionsPage(): ReactNode {
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/inhibitions" });
  const navigate = useNavigate({ from: "/alerts/inhibitions" });
  const { mayRead, mayWrite, why } = mayMute(me);
  const change = (parts: InhibitionSearch): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  return (
    <AlertsFrame
      title="Inhibitions"
      note={`which alerts mute which others${mayRead && why !== "" ? `. ${why}` : ""}`}
      actions={
        mayWrite ? (
          <button type="button" className={dialog.main} onClick={() => change({ edit: "new" })}>
            New inhibition
          </button>
        ) : undefined
      }
    >
      {mayRead ? (
        <InhibitionsView search={search} mayWrite={mayWrite} onChange={change} />
      ) : (
        <>
          <Panel title="Set up here">
            <EmptyNote title="Your role does not see what people set up.">{why}</EmptyNote>
          </Panel>
          <BuiltInPanel />
        </>
      )}
    </AlertsFrame>
  );
}
