import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormDialog } from "../../ui/form-dialog.js";

/** DeleteDialog asks once more before something is taken away. */
export function DeleteDialog(props: {
  title: string;
  words: string;
  /** of is what is asked for anew when it is gone. */
  of: QueryKey;
  onDelete: () => Promise<void>;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: props.onDelete,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: props.of });
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={props.title}
      submitWords="Delete"
      isGrave
      isBusy={act.isPending}
      fault={act.error?.message ?? ""}
      onSubmit={() => act.mutate()}
      onClose={props.onClose}
    >
      <p>{props.words}</p>
    </FormDialog>
  );
}
