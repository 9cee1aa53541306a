import type { GroupPart } from "../dashboard-context.js";

/** isNamed tells whether a group is of something: what happened at no partner is no partner to be ranked among them. */
export function isNamed(key: readonly GroupPart[]): boolean {
  return key.every(({ id }) => id !== null && id !== "");
}
