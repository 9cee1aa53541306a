import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { DeliveriesView } from "../../../features/alerts/deliveries/deliveries-view.js";
import { mayNotify } from "../../../features/alerts/may-notify.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** DeliveriesPage shows what was sent to whom, and why somebody was told, or was not. */
export function DeliveriesPage(): ReactNode {
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/deliveries" });
  const navigate = useNavigate({ from: "/alerts/deliveries" });
  return (
    <AlertsFrame title="Deliveries" note="each message, how it went, and why somebody was told, or was not">
      <DeliveriesView
        search={search}
        mayReplay={mayNotify(me.role)}
        onChange={(change) =>
          void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
        }
      />
    </AlertsFrame>
  );
}
