import type { Replay } from "@watchfloor/sql";

/**
 * listReplayConditions narrows a table to what a replay asks for; `time` is what stands for the event's own time there. What was received
 * after the replay was asked for went through the pipeline as it is now, so that a replay ends.
 */
export function listReplayConditions({ by, clients, sources, from, to }: Replay, time: string): string[] {
  const at = by === "received_at" ? "received_at" : time;
  return [
    "received_at <= {requested_at:DateTime64(3, 'UTC')}",
    ...(to === null ? [] : [`${at} < {to:DateTime64(3, 'UTC')}`]),
    ...(from === null ? [] : [`${at} >= {from:DateTime64(3, 'UTC')}`]),
    ...(clients === null ? [] : ["client IN {clients:Array(String)}"]),
    ...(sources === null ? [] : ["source IN {sources:Array(String)}"]),
  ];
}
