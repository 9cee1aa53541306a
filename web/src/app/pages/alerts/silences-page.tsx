import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { mayNotify } from "../../../features/alerts/may-notify.js";
import { SilencesView } from "../../../features/alerts/silences/silences-view.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** SilencesPage shows what is muted, was and will be, and mutes more. */
export function SilencesPage(): ReactNode {
  const { me } = useWorkspace();
  const search = useSearch({ from: "/shell/alerts/silences" });
  const navigate = useNavigate({ from: "/alerts/silences" });
  const mayChange = mayNotify(me.role);
  return (
    <AlertsFrame
      title="Silences"
      note="what is muted for a while, by whom and why"
      actions={
        mayChange ? (
          <button
            type="button"
            className={dialog.main}
            onClick={() =>
              void navigate({
                search: (previous) => ({ ...previous, open: "new", replaces: undefined }),
                resetScroll: false,
              })
            }
          >
            New silence
          </button>
        ) : undefined
      }
    >
      <SilencesView
        search={search}
        mayChange={mayChange}
        onChange={(change) =>
          void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
        }
      />
    </AlertsFrame>
  );
}
