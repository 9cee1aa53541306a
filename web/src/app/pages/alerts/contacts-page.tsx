import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { ContactsView, type ContactSearch } from "../../../features/alerts/contacts/contacts-view.js";
import { mayNotify } from "../../../features/alerts/may-notify.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** ContactsPage shows who is told about alerts, and about which. */
export function ContactsPage(): ReactNode {
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/contacts" });
  const navigate = useNavigate({ from: "/alerts/contacts" });
  const mayChange = mayNotify(me.role);
  const change = (parts: ContactSearch): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  return (
    <AlertsFrame
      title="Contacts"
      note={
        me.role === "ADMINISTRATOR" || me.role === "AUDITOR"
          ? "who is told about alerts, and about which"
          : "where you are told about alerts, and about which"
      }
      actions={
        mayChange ? (
          <button type="button" className={dialog.main} onClick={() => change({ open: "new" })}>
            New contact
          </button>
        ) : undefined
      }
    >
      <ContactsView search={search} mayChange={mayChange} onChange={change} />
    </AlertsFrame>
  );
}
