import type { ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertSample } from "../matchers/alert-sample.js";
import type { InhibitionPreview } from "./inhibitions-query.js";

/** InhibitionPreviewNote says what an inhibition would mute at this moment, and keeps saying it while the form is open. */
export function InhibitionPreviewNote(props: { preview: InhibitionPreview | null }): ReactNode {
  const { preview } = props;
  return (
    <div className={dialog.note} role="status" aria-label="What it would mute now">
      {preview === null ? (
        "What it would mute now is shown here once both sides are filled in."
      ) : preview.__typename === "NotificationProblem" ? (
        "It would be refused as it stands."
      ) : (
        <>
          <strong>{renderMuted(preview.mutedCount)}</strong> Of what fires now, {renderCount(preview.sourceCount)} on
          the side that mutes and {formatCount(preview.targetCount)} on the side that is muted. Nothing mutes what is
          graver, of another client, or of its own rule.
          <AlertSample alerts={preview.muted} />
        </>
      )}
    </div>
  );
}

function renderMuted(count: number): string {
  if (count === 0) return "It would mute nothing now.";
  return `It would mute ${formatCount(count)} ${count === 1 ? "alert" : "alerts"} now.`;
}

function renderCount(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "is" : "are"}`;
}
