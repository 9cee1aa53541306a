import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormDialog } from "../../../ui/form-dialog.js";
import { MatcherList } from "../matchers/matcher-list.js";
import { endSilence, type Silence } from "./silences-query.js";

/** EndSilenceDialog asks once more before a silence ends; people are told at once then of what it muted. */
export function EndSilenceDialog(props: { silence: Silence; onClose: () => void }): ReactNode {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSilence(props.silence.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["alert-silences"] });
      props.onClose();
    },
  });
  return (
    <FormDialog
      title="End this silence now?"
      submitWords="End now"
      isGrave
      isBusy={end.isPending}
      fault={end.error?.message ?? ""}
      onSubmit={() => end.mutate()}
      onClose={props.onClose}
    >
      <p>{props.silence.comment}</p>
      <MatcherList matchers={props.silence.matchers} />
      <p>Whoever should have been told of what fires still is told within a minute.</p>
    </FormDialog>
  );
}
