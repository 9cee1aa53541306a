import { formatDuration } from "../../format/format-duration.js";
import { formatInstantInText } from "../../format/format-instant.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { RunDetail } from "./run-query.js";

type Reasoned = Pick<
  RunDetail,
  | "state"
  | "startedAt"
  | "dueAt"
  | "finishedAt"
  | "outcome"
  | "promise"
  | "superseded"
  | "latenessSeconds"
  | "durationSeconds"
  | "errorClass"
  | "errorCode"
  | "errorMessage"
  | "sla"
  | "pauses"
  | "expectation"
>;

/** describeState says why a run stands as it does: what was promised, by whom, what came, and by how much it missed. One sentence each. */
export function describeState(run: Reasoned, now: Date, timeZone: string): readonly string[] {
  const at = (text: string): string => formatInstantInText(new Date(text), timeZone);
  return [
    run.finishedAt === null ? describeOpen(run, now, at) : describeEnd(run, run.finishedAt, at),
    describePromise(run, at),
    describeFault(run),
    describeAnswers(run),
    ...describePauses(run, at),
  ].filter((sentence) => sentence !== "");
}

type At = (text: string) => string;

function describeOpen(run: Reasoned, now: Date, at: At): string {
  const due = chooseDue(run);
  const open =
    run.startedAt === null ? "It is open; nobody reported its start." : `It is open since ${at(run.startedAt)}.`;
  if (run.sla !== null && due === null) return `${open} Its clock stands still, so its promise cannot break yet.`;
  if (due === null) return `${open} Nobody named a deadline and no policy promises one.`;
  const leftMs = Date.parse(due) - now.getTime();
  const span = formatDuration(Math.round(Math.abs(leftMs) / 1000));
  if (leftMs < 0) return `${open} It should have ended by ${at(due)}, ${span} ago, and no end was received.`;
  const risk = run.state === "AT_RISK" ? ", and four fifths of its time are used" : "";
  return `${open} It has until ${at(due)}, ${span} from now${risk}.`;
}

function describeEnd(run: Reasoned, finishedAt: string, at: At): string {
  const outcome = (run.outcome ?? "finished").toLowerCase().replaceAll("_", "-");
  const took =
    run.durationSeconds === null
      ? "; nobody reported its start"
      : ` after ${formatDuration(round(run.durationSeconds))}`;
  if (run.superseded === true) return `It was ended at ${at(finishedAt)} by a later publication of the same entity.`;
  const late = run.latenessSeconds ?? 0;
  const lateness =
    late > 0 ? `, ${formatDuration(round(late))} past its deadline` : run.dueAt === null ? "" : ", in time";
  return `It ${outcome === "finished" ? "finished" : `ended as ${outcome}`} at ${at(finishedAt)}${took}${lateness}.`;
}

function describePromise(run: Reasoned, at: At): string {
  const { sla } = run;
  if (run.promise !== null)
    return `Its source itself says that the promise was ${run.promise.toLowerCase()}; that decides.`;
  if (sla === null)
    return run.dueAt === null ? "" : `The deadline ${at(run.dueAt)} is its own; no policy was in force at its start.`;
  const clock = sla.calendar === null ? "on the wall clock" : `counted in the opening hours of ${sla.calendar}`;
  const used = `${formatDuration(round(sla.clockSeconds))} of ${formatDuration(sla.limitSeconds)}`;
  return `Policy “${sla.title}”, version ${sla.policyVersion}, was in force at its start: ${used} are used, ${clock}; ${formatRatio(sla.target)} of such promises must be kept.`;
}

function describeFault(run: Reasoned): string {
  const words = [run.errorClass, run.errorCode, run.errorMessage].filter((part) => part !== null && part !== "");
  return words.length === 0 ? "" : `Its source gave as error: ${words.join(": ")}.`;
}

function describeAnswers({ expectation, finishedAt }: Reasoned): string {
  if (expectation === null) return "";
  if (expectation.expected === null) return "An answer came that nothing was known to wait for.";
  const came = `${expectation.answers} of ${expectation.expected} expected answers came`;
  return `${came}${finishedAt === null && expectation.answers < expectation.expected ? "; it waits for the rest" : ""}.`;
}

function describePauses({ pauses }: Reasoned, at: At): readonly string[] {
  return pauses.map(({ from, to, reason }) =>
    to === null ? `It waits since ${at(from)}: ${reason}.` : `It waited from ${at(from)} to ${at(to)}: ${reason}.`,
  );
}

function chooseDue({ sla, dueAt }: Reasoned): string | null {
  return sla === null ? dueAt : sla.dueAt;
}

function round(seconds: number): number {
  return seconds < 10 ? seconds : Math.round(seconds);
}
