import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { ROLES } from "../../scope/role.js";

/** RoleEnum shows the roles to people and scripts, in capitals as GraphQL's words are. */
export const RoleEnum = registerWordEnum(
  "Role",
  ROLES.map((role) => role.toUpperCase()),
);
