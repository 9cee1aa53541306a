import type { ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import dialog from "../../../ui/form-dialog.module.css";
import { AlertSample } from "../matchers/alert-sample.js";
import type { PolicyPreview } from "./escalations-query.js";

/** PolicyPreviewNote says what a policy would do, in a sentence, and to which incidents that go on now it would be given. */
export function PolicyPreviewNote(props: { sentence: string; preview: PolicyPreview | null }): ReactNode {
  const { preview } = props;
  return (
    <div className={dialog.note} role="status" aria-label="What would happen">
      <strong>{props.sentence}</strong> It ends as soon as somebody acknowledges the incident, or when it is over. Quiet
      hours do not hold it back; a silence does.
      {preview === null || preview.__typename === "NotificationProblem" ? null : (
        <>
          {" "}
          {preview.coveredCount === 0
            ? "Nothing that goes on now is one of those it is for."
            : `Of what goes on now, it would be chosen for ${formatCount(preview.coveredCount)}:`}
          <AlertSample alerts={preview.covered} />
        </>
      )}
    </div>
  );
}
