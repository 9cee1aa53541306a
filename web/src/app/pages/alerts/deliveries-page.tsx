import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** DeliveriesPage is written next. */
export function DeliveriesPage(): ReactNode {
  return <AlertsFrame title="Deliveries">{null}</AlertsFrame>;
}
