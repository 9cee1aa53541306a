import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** SilencesPage is written next. */
export function SilencesPage(): ReactNode {
  return <AlertsFrame title="Silences">{null}</AlertsFrame>;
}
