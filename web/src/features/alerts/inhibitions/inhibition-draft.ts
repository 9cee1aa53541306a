import type { AlertInhibitionInput } from "../../../graphql/operations.js";
import { parseMatcher, writeMatcher, type Matcher } from "../matchers/matcher.js";
import type { Inhibition } from "./inhibitions-query.js";

/** InhibitionDraft is an inhibition as somebody writes it. */
export interface InhibitionDraft {
  readonly title: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

/** openInhibitionDraft begins with an inhibition, or with one rule that mutes others of the same client. */
export function openInhibitionDraft(inhibition: Inhibition | undefined): InhibitionDraft {
  if (inhibition === undefined)
    return {
      ...{ title: "", equal: ["client"] },
      source: [{ label: "rule", op: "=", value: "" }],
      target: [{ label: "system", op: "=", value: "" }],
    };
  const read = (texts: readonly string[]): Matcher[] => texts.flatMap((text) => parseMatcher(text) ?? []);
  const { title, source, target, equal } = inhibition;
  return { title, source: read(source), target: read(target), equal };
}

/** checkInhibitionDraft says what is still to be filled in; undefined = the server may be asked. */
export function checkInhibitionDraft({ title, source, target }: InhibitionDraft): string | undefined {
  const isEmpty = (matchers: readonly Matcher[]): boolean =>
    matchers.length === 0 || matchers.some(({ label, value }) => label === "" || value === "");
  if (isEmpty(source)) return "Say which alerts mute.";
  if (isEmpty(target)) return "Say which alerts are muted.";
  return title.trim() === "" ? "Give it a title." : undefined;
}

/** buildInhibitionInput builds what the server is asked to keep; id null = a new one. */
export function buildInhibitionInput(draft: InhibitionDraft, id: string | null): AlertInhibitionInput {
  const { title, source, target, equal } = draft;
  return {
    ...{ id, title: title.trim(), equal: [...equal] },
    ...{ source: source.map(writeMatcher), target: target.map(writeMatcher) },
  };
}
