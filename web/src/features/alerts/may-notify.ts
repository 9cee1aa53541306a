const ROLES: ReadonlySet<string> = new Set(["ADMINISTRATOR", "EXECUTIVE", "OPERATIONS", "STORE_MANAGER"]);

/** mayNotify tells whether a role may say who is told about alerts, mute them, and send messages again; the server decides it anew. */
export function mayNotify(role: string): boolean {
  return ROLES.has(role);
}
