/** PolicyTime is who is told so many minutes after an incident fired, while nobody takes it on. */
export interface PolicyTime {
  readonly atMinutes: number;
  readonly contacts: readonly string[];
  /** 0 = the first time the steps are gone through. */
  readonly loop: number;
}

interface Step {
  readonly afterMinutes: number;
  readonly contacts: readonly string[];
  readonly repeats: boolean;
}

/** listPolicyTimes adds up the waits of a policy through all of its loops; whoever was told is told again only by a step that repeats. */
export function listPolicyTimes(steps: readonly Step[], loops: number): readonly PolicyTime[] {
  const times: PolicyTime[] = [];
  const told = new Set<string>();
  let atMinutes = 0;
  for (let loop = 0; loop <= loops; loop += 1)
    for (const step of steps) {
      atMinutes += step.afterMinutes;
      const contacts = step.contacts.filter((contact) => step.repeats || !told.has(contact));
      for (const contact of contacts) told.add(contact);
      if (contacts.length > 0) times.push({ atMinutes, contacts, loop });
    }
  return times;
}
