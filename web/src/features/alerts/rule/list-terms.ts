import { formatDuration } from "../../../format/format-duration.js";
import { renderTerm, type EffectiveTerms } from "./render-term.js";
import { readNumber, readText, type RuleDraft } from "../definition/rule-draft.js";

/** RuleFact is one thing a rule says about itself, with what it means. */
export interface RuleFact {
  readonly name: string;
  readonly text: string;
  readonly help: string;
}

const noDataWords: Readonly<Record<string, string>> = {
  keep: "keeps its state",
  resolve: "counts as over",
  fire: "counts as a breach",
  notify: "keeps its state, and people are told",
};

/** listTerms says how long things take in effect: windows, waiting, and what happens without data. */
export function listTerms(draft: RuleDraft, terms: readonly EffectiveTerms[]): readonly RuleFact[] {
  const seconds = (name: string, usual: number): string => formatDuration(readNumber(draft, name) ?? usual);
  const facts: (RuleFact | null)[] = [
    readNumber(draft, "windowSeconds") === null
      ? null
      : { name: "Window", text: seconds("windowSeconds", 300), help: "How far back each evaluation looks." },
    readNumber(draft, "againstSeconds") === null
      ? null
      : { name: "Against", text: `${seconds("againstSeconds", 0)} earlier`, help: "The window it is compared with." },
    { name: "Evaluated", text: `every ${seconds("intervalSeconds", 60)}`, help: "At whole multiples, in UTC." },
    {
      name: "Fires after",
      text: renderTerm(terms, "forSeconds", "at once"),
      help: "So long the condition must hold, rounded up to whole evaluations.",
    },
    {
      name: "Goes on for",
      text: renderTerm(terms, "keepFiringSeconds", "not at all"),
      help: "After the condition has ended, so that it does not flap.",
    },
    {
      name: "Waits for data",
      text: seconds("delaySeconds", 60),
      help: "From the time of an event until all of its time has arrived.",
    },
    {
      name: "Without data",
      text: noDataWords[readText(draft, "noData") || "keep"] ?? "",
      help: `What is pending is frozen for ${renderTerm(terms, "noDataKeepSeconds", "no time")}; what fires is closed after ${seconds("noDataResolveAfterSeconds", 86_400)}, its state unknown.`,
    },
    {
      name: "New groups",
      text: `after ${seconds("newGroupDelaySeconds", 60)}`,
      help: "A group that is seen for the first time is not judged before.",
    },
  ];
  return facts.filter((fact) => fact !== null);
}
