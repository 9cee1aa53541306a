import type { Role } from "../../scope/role.js";

/** NOTIFYING_ROLES may say who is told about alerts, mute them, and send messages again. */
export const NOTIFYING_ROLES: readonly Role[] = ["administrator", "executive", "operations", "store_manager"];
