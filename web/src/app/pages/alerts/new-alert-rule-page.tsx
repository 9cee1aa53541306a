import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** NewAlertRulePage is written next. */
export function NewAlertRulePage(): ReactNode {
  return <AlertsFrame title="A new alert rule">{null}</AlertsFrame>;
}
