import { formatDuration } from "../../../format/format-duration.js";
import type { AlertSeverity } from "../../../graphql/operations.js";
import { listWords } from "../rules/list-words.js";
import { readNumber, readText, type RuleDraft } from "../rules/rule-draft.js";

/** EffectiveTerms is how long things take in effect for one severity. */
export interface EffectiveTerms {
  readonly severity: AlertSeverity;
  readonly forSeconds: number;
  readonly keepFiringSeconds: number;
  readonly noDataKeepSeconds: number;
}

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
      text: join(terms, "forSeconds", "at once"),
      help: "So long the condition must hold, rounded up to whole evaluations.",
    },
    {
      name: "Goes on for",
      text: join(terms, "keepFiringSeconds", "not at all"),
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
      help: `What is pending is frozen for ${join(terms, "noDataKeepSeconds", "no time")}; what fires is closed after ${seconds("noDataResolveAfterSeconds", 86_400)}, its state unknown.`,
    },
    {
      name: "New groups",
      text: `after ${seconds("newGroupDelaySeconds", 60)}`,
      help: "A group that is seen for the first time is not judged before.",
    },
  ];
  return facts.filter((fact) => fact !== null);
}

/** Severities that agree are said once. */
function join(
  terms: readonly EffectiveTerms[],
  name: "forSeconds" | "keepFiringSeconds" | "noDataKeepSeconds",
  none: string,
): string {
  const words = (seconds: number): string => (seconds === 0 ? none : formatDuration(seconds));
  const [first] = terms;
  if (first === undefined) return "–";
  if (terms.every((term) => term[name] === first[name])) return words(first[name]);
  return listWords(terms.map((term) => `${words(term[name])} (${term.severity.toLowerCase()})`));
}
