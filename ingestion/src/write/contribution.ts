import { subjectKey, type FoldPart, type Subject } from "../resolve/fold-part.js";

/** Contribution is what a batch says about one subject. */
export interface Contribution {
  readonly subject: Subject;
  readonly parts: FoldPart[];
}

/** Contributions are those of a batch by `subjectKey`. */
export type Contributions = Map<string, Contribution>;

/** addContribution adds one part to what is said about its subject. */
export function addContribution(contributions: Contributions, subject: Subject, part: FoldPart): void {
  const key = subjectKey(subject);
  const known = contributions.get(key);
  if (known === undefined) contributions.set(key, { subject, parts: [part] });
  else known.parts.push(part);
}

/** joinContributions leaves both as they are: a batch that could not be stored is stored again. */
export function joinContributions(contributions: Contributions, others: Contributions): Contributions {
  if (others.size === 0) return contributions;
  const joined: Contributions = new Map(contributions);
  for (const [key, { subject, parts }] of others)
    joined.set(key, { subject, parts: [...(contributions.get(key)?.parts ?? []), ...parts] });
  return joined;
}
