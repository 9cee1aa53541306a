import type { Scope } from "../../scope/scope.js";

/** Caller is who asks, proven: a person in a session, or a script with a read key (which has no email and no session). */
export interface Caller {
  readonly scope: Scope;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string | undefined;
}
