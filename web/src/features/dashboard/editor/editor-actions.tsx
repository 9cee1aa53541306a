import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { CopyDashboardDocument, DeleteDashboardDocument, SaveDashboardDocument } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { saveFile } from "../../../ui/save-file.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { dashboardQuery, type OpenDashboard } from "../dashboard-query.js";
import { chooseDashboardPath } from "./choose-dashboard-path.js";
import { dashboardsQuery } from "./dashboards-query.js";
import classes from "./editor.module.css";

interface EditorActionsProps {
  readonly dashboard: OpenDashboard;
  readonly text: string;
  readonly version: number;
  readonly isSavable: boolean;
  readonly onSaved: (version: number) => void;
}

const makers = ["ADMINISTRATOR", "EXECUTIVE", "OPERATIONS", "ANALYST"];

/** EditorActions save, copy, export, share and remove a dashboard, and say what became of it. */
export function EditorActions(props: EditorActionsProps): ReactNode {
  const { dashboard, text, version } = props;
  const { me } = useWorkspace();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const run = async (deed: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      setNote(await deed());
    } catch (cause) {
      setNote(cause instanceof Error ? cause.message : "It did not work: try again.");
    } finally {
      setBusy(false);
    }
  };
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: dashboardsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: dashboardQuery(dashboard.id).queryKey });
  };
  const save = async (): Promise<string> => {
    const { saveDashboard } = await request(SaveDashboardDocument, { input: { text, expectedVersion: version } });
    if ("code" in saveDashboard) return saveDashboard.message;
    props.onSaved(saveDashboard.version);
    refresh();
    return `Saved as version ${saveDashboard.version}.`;
  };
  const copy = async (): Promise<string> => {
    const title = globalThis.prompt("Title of the copy", `${dashboard.definition.title} of ${me.name}`);
    if (title === null) return "";
    const { copyDashboard } = await request(CopyDashboardDocument, { id: dashboard.id, title });
    if ("code" in copyDashboard) return copyDashboard.message;
    refresh();
    await navigate({ to: "/dashboards/$id/edit", params: { id: copyDashboard.id } });
    return "";
  };
  const remove = async (): Promise<string> => {
    const words = dashboard.hasSeed
      ? "Go back to the product's own version?"
      : `Remove “${dashboard.definition.title}”?`;
    if (!globalThis.confirm(words)) return "";
    const { deleteDashboard } = await request(DeleteDashboardDocument, { id: dashboard.id, expectedVersion: version });
    if ("code" in deleteDashboard) return deleteDashboard.message;
    refresh();
    await navigate({ to: "/dashboards" });
    return "";
  };
  const share = async (): Promise<string> => {
    await navigator.clipboard.writeText(`${location.origin}${chooseDashboardPath(dashboard.id)}${location.search}`);
    return "The link is copied; whoever opens it sees what their own role and scope allow.";
  };
  const mayMake = makers.includes(me.role);
  return (
    <div className={classes.actions}>
      <span role="status" className={classes.note}>
        {note}
      </span>
      <button type="button" disabled={isBusy} onClick={() => void navigate({ to: chooseDashboardPath(dashboard.id) })}>
        Open
      </button>
      <button type="button" disabled={isBusy} onClick={() => void run(share)}>
        Copy link
      </button>
      <button
        type="button"
        disabled={isBusy}
        onClick={() => saveFile(`${dashboard.id}.dashboard.yaml`, new Blob([text], { type: "application/yaml" }))}
      >
        Export
      </button>
      {mayMake ? (
        <button type="button" disabled={isBusy} onClick={() => void run(copy)}>
          Copy
        </button>
      ) : null}
      {dashboard.mayChange && !dashboard.isSeed ? (
        <button type="button" disabled={isBusy} onClick={() => void run(remove)}>
          {dashboard.hasSeed ? "Reset" : "Remove"}
        </button>
      ) : null}
      {dashboard.mayChange ? (
        <button
          type="button"
          className={classes.save}
          disabled={isBusy || !props.isSavable}
          onClick={() => void run(save)}
        >
          Save
        </button>
      ) : null}
    </div>
  );
}
