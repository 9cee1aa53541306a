import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** AlertRulesPage is written next. */
export function AlertRulesPage(): ReactNode {
  return <AlertsFrame title="Alert rules">{null}</AlertsFrame>;
}
