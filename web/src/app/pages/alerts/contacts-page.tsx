import type { ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";

/** ContactsPage is written next. */
export function ContactsPage(): ReactNode {
  return <AlertsFrame title="Contacts">{null}</AlertsFrame>;
}
