import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** IncidentPage is written next. */
export function IncidentPage(): ReactNode {
  return <AlertsFrame title="Incident">{null}</AlertsFrame>;
}
