import type { Me } from "../../session/me-query.js";

const WRITERS: ReadonlySet<string> = new Set(["ADMINISTRATOR", "OPERATIONS"]);
const READERS: ReadonlySet<string> = new Set([...WRITERS, "AUDITOR", "EXECUTIVE"]);

/** mayMute tells whether somebody may read, and change, escalation policies and inhibitions; `why` says who may, where they may not change them. The server decides it anew. */
export function mayMute({ role }: Pick<Me, "role">): { mayRead: boolean; mayWrite: boolean; why: string } {
  const [mayRead, mayWrite] = [READERS.has(role), WRITERS.has(role)];
  if (mayWrite) return { mayRead, mayWrite, why: "" };
  return {
    ...{ mayRead, mayWrite },
    why: mayRead
      ? "You may read this. Administrators and operations change it."
      : "Administrators, operations, executives and auditors see this: it is about all alerts of a client.",
  };
}
