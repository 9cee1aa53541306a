/** SavedView is an address of the pages under a name, of one person. */
export interface SavedView {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly savedAt: Date;
}

/** SAVED_VIEW_PROBLEMS is the closed list of reasons why a view is not saved or deleted. */
export const SAVED_VIEW_PROBLEMS = [
  "INVALID_ADDRESS",
  "INVALID_TITLE",
  "NOT_A_PERSON",
  "NOT_FOUND",
  "TOO_MANY",
] as const;

/** SavedViewProblem says why, and what to do. */
export interface SavedViewProblem {
  readonly code: (typeof SAVED_VIEW_PROBLEMS)[number];
  readonly message: string;
}
