/** DeclaredStep is a step a workflow should have, at this place of its list. */
export interface DeclaredStep {
  readonly step: string;
  /** A run may go without it. */
  readonly isOptional: boolean;
  /** A run may do it more than once. */
  readonly mayRepeat: boolean;
}
