/** TEMPLATE_FAULTS is the closed list of what can be wrong with the text of a template. */
export const TEMPLATE_FAULTS = [
  "TOO_LONG",
  "NOT_CLOSED",
  "NOT_ALLOWED",
  "TOO_DEEP",
  "UNKNOWN_VARIABLE",
  "WRONG_PLACE",
  "TOO_LARGE",
  "TOO_MUCH_WORK",
  "EMPTY",
  "CUT",
] as const;

/** TemplateFault is one thing that is wrong, with its line, from 1, and a sentence for whoever wrote it. */
export interface TemplateFault {
  readonly code: (typeof TEMPLATE_FAULTS)[number];
  readonly line: number;
  readonly message: string;
}
