import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** EditAlertRulePage is written next. */
export function EditAlertRulePage(): ReactNode {
  return <AlertsFrame title="Edit an alert rule">{null}</AlertsFrame>;
}
