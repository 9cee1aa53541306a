/** TemplateDraft is what somebody writes. */
export interface TemplateDraft {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** takeDraft keeps of a template what can be written. */
export function takeDraft({ name, title, text }: TemplateDraft): TemplateDraft {
  return { name, title, text };
}

/** isSameDraft tells whether two drafts say the same. */
export function isSameDraft(left: TemplateDraft, right: TemplateDraft): boolean {
  return left.name === right.name && left.title === right.title && left.text === right.text;
}
