import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** AlertRulePage is written next. */
export function AlertRulePage(): ReactNode {
  return <AlertsFrame title="Alert rule">{null}</AlertsFrame>;
}
