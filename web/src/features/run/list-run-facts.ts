import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { formatMoneyExact } from "../../format/format-money.js";
import type { Names } from "../../registry/build-names.js";
import type { RunDetail } from "./run-query.js";

/** RunFact is one line about a run. */
export interface RunFact {
  readonly name: string;
  readonly value: string;
}

/** listRunFacts lists what is known about a run in the order people ask; what is not known is left out. */
export function listRunFacts(run: RunDetail, names: Names, timeZone: string): readonly RunFact[] {
  const instant = (at: string | null): string => (at === null ? "" : formatInstantExact(new Date(at), timeZone));
  const facts: readonly (readonly [string, string | null])[] = [
    ["Due", instant(run.dueAt) || "no deadline"],
    ["Started", instant(run.startedAt) || "start not seen"],
    ["Finished", instant(run.finishedAt)],
    ["Took", run.durationSeconds === null ? "" : formatDuration(run.durationSeconds)],
    ["Late by", run.latenessSeconds === null || run.latenessSeconds <= 0 ? "" : formatDuration(run.latenessSeconds)],
    ["Promise", run.promise?.toLowerCase() ?? ""],
    ["Money", run.money === null ? "" : formatMoneyExact(run.money)],
    ["Attempts", run.attempts > 1 ? String(run.attempts) : ""],
    ["Error", [run.errorClass, run.errorCode, run.errorMessage].filter((part) => part).join(": ")],
    ["Store", run.store === null ? "" : names.store(run.client, run.store)],
    ["Channel", run.channel === null ? "" : names.channel(run.client, run.channel)],
    ["Partner", run.partner === null ? "" : names.partner(run.client, run.partner)],
    [
      "Entity",
      [run.entity?.type, run.entity?.id, run.entity?.version ? `version ${run.entity.version}` : ""]
        .filter((part) => part)
        .join(" "),
    ],
    ["Change", run.change],
    ["Target", run.target],
    ["Correlation", run.correlation],
    ["Workflow version", run.workflowVersion],
    ["Source", run.source],
    ["Touched by a person", run.humanTouched === true ? "yes" : ""],
    ["Superseded", run.superseded === true ? "by a later publication of the same entity" : ""],
    ["Wrong version seen", instant(run.mismatchedAt)],
    ...run.pauses.map(
      (pause) => [`Paused: ${pause.reason}`, `${instant(pause.from)} to ${instant(pause.to) || "now"}`] as const,
    ),
    ...run.attributes.map((attribute) => [attribute.name, attribute.value] as const),
  ];
  return facts.flatMap(([name, value]) => (value === null || value === "" ? [] : [{ name, value }]));
}
