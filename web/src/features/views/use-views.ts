import { useMutation, useQuery, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { deleteView, saveView, viewsQuery, type SavedView } from "./views-query.js";

/** Views are the saved views of the person with what can be done to them. */
export interface Views {
  readonly views: readonly SavedView[];
  readonly error: Error | null;
  readonly save: UseMutationResult<string | null, Error, { title: string; address: string }>;
  readonly remove: UseMutationResult<void, Error, string>;
}

/** useViews answers the saved views; they are asked for when `isWanted`. */
export function useViews(isWanted: boolean): Views {
  const queries = useQueryClient();
  const query = useQuery({ ...viewsQuery, enabled: isWanted });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const save = useMutation({
    mutationFn: ({ title, address }: { title: string; address: string }) => saveView(title, address),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: deleteView, onSuccess: refresh });
  return { views: query.data ?? [], error: query.error, save, remove };
}
