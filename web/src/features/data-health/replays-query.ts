import { queryOptions } from "@tanstack/react-query";
import {
  CancelReplayDocument,
  ReplaysDocument,
  StartReplayDocument,
  type ReplaysQuery,
  type StartReplayInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** ReplayItem is one replay and how far it is. */
export type ReplayItem = ReplaysQuery["replays"][number];

const whileItRunsMs = 2_000;
const restMs = 30_000;

/** replaysQuery asks for replays; while one of them waits or runs, every two seconds. */
export const replaysQuery = queryOptions({
  queryKey: ["replays"],
  queryFn: async ({ signal }): Promise<readonly ReplayItem[]> => (await request(ReplaysDocument, {}, signal)).replays,
  refetchInterval: (query) => (query.state.data?.some(isOnTheWay) === true ? whileItRunsMs : restMs),
});

/** isOnTheWay tells whether a replay waits or runs. */
export function isOnTheWay({ state }: Pick<ReplayItem, "state">): boolean {
  return state === "QUEUED" || state === "RUNNING";
}

/** startReplay has refused events put through the pipeline again. Throws with the words of a refusal. */
export async function startReplay(input: StartReplayInput): Promise<void> {
  const { startReplay: answer } = await request(StartReplayDocument, { input });
  if (answer.__typename === "ReplayRefused") throw new Error(answer.message);
}

/** cancelReplay ends a replay. Throws with the words of a refusal. */
export async function cancelReplay(id: string): Promise<void> {
  const { cancelReplay: answer } = await request(CancelReplayDocument, { id });
  if (answer.__typename === "ReplayRefused") throw new Error(answer.message);
}
