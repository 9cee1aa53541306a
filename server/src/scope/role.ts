/** ROLES lists what a person can be in a tenant, from most to least able. */
export const ROLES = [
  "administrator",
  "executive",
  "operations",
  "store_manager",
  "analyst",
  "viewer",
  "auditor",
] as const;

/** Role is what a person is in a tenant; it decides what may be done, the scope decides what may be seen. */
export type Role = (typeof ROLES)[number];
