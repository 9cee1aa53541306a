import { formatDuration } from "../../../format/format-duration.js";
import { listPolicyTimes } from "./list-policy-times.js";

interface Terms {
  readonly steps: readonly {
    readonly afterMinutes: number;
    readonly contacts: readonly string[];
    readonly repeats: boolean;
  }[];
  readonly loops: number;
}

/** renderPolicySentence says what would happen to an incident that nobody takes on: "At once: A and B; after 15 min: C." `nameOf` names a contact. */
export function renderPolicySentence({ steps, loops }: Terms, nameOf: (contact: string) => string): string {
  const times = listPolicyTimes(steps, loops);
  const first = times.filter(({ loop }) => loop === 0);
  if (first.length === 0) return "Nobody is told.";
  const parts = first.map(({ atMinutes, contacts }) => `${renderWait(atMinutes)}: ${joinWords(contacts.map(nameOf))}`);
  const again = times.filter(({ loop }) => loop > 0);
  const last = again.at(-1);
  const more =
    last === undefined
      ? ""
      : `; then ${joinWords([...new Set(again.flatMap(({ contacts }) => contacts))].map(nameOf))} again, ` +
        `${loops === 1 ? "once more" : `${loops} times more`}, the last time after ${formatDuration(last.atMinutes * 60)}`;
  const text = `${parts.join("; ")}${more}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function renderWait(minutes: number): string {
  return minutes === 0 ? "at once" : `after ${formatDuration(minutes * 60)}`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
