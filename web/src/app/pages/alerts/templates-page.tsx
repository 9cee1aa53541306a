import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { TemplatesView } from "../../../features/alerts/templates/templates-view.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** TemplatesPage shows how messages of alerts are worded, and what is in use. */
export function TemplatesPage(): ReactNode {
  const { me } = useWorkspace();
  return (
    <AlertsFrame title="Templates" note="how messages of alerts read">
      <TemplatesView mayChange={me.role === "ADMINISTRATOR"} />
    </AlertsFrame>
  );
}
