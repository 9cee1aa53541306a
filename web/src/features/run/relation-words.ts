import type { RunRelation } from "../../graphql/operations.js";

/** relationWords says how another run belongs to the one looked at. */
export const relationWords: Readonly<Record<RunRelation, string>> = {
  PARENT: "parent",
  CHILD: "child",
  SAME_ID: "same id",
  SAME_CORRELATION: "same correlation",
  SAME_ENTITY: "same entity",
  SAME_CHANGE: "same change",
};
