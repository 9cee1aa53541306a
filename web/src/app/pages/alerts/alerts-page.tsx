import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** AlertsPage is written next. */
export function AlertsPage(): ReactNode {
  return <AlertsFrame title="Alerts">{null}</AlertsFrame>;
}
