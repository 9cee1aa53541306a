import { queryOptions } from "@tanstack/react-query";
import {
  DeleteViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  type SavedViewsQuery,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** SavedView is an address of the pages that the person gave a name. */
export type SavedView = SavedViewsQuery["savedViews"][number];

/** viewsQuery asks for the person's saved views, by title. */
export const viewsQuery = queryOptions({
  queryKey: ["saved-views"],
  queryFn: async ({ signal }): Promise<readonly SavedView[]> =>
    (await request(SavedViewsDocument, {}, signal)).savedViews,
  staleTime: 60_000,
});

/** saveView names an address; the answer says why not, or null when it is saved. */
export async function saveView(title: string, address: string): Promise<string | null> {
  const answer = (await request(SaveViewDocument, { title, address })).saveView;
  return answer.__typename === "SavedView" ? null : answer.message;
}

/** deleteView takes a view away; that it was gone already is fine. */
export async function deleteView(id: string): Promise<void> {
  await request(DeleteViewDocument, { id });
}
