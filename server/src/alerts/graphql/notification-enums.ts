import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { CONTACT_KINDS } from "../channels/contact-target.js";
import { NOTIFICATION_PROBLEMS } from "../notification-problem.js";
import { DISPOSITIONS } from "../planning/disposition-words.js";

const upper = (words: readonly string[]) => words.map((word) => word.toUpperCase());

/** NotificationEnums are the closed lists of words about who is told, as GraphQL knows them. */
export const NotificationEnums = {
  ContactKind: registerWordEnum("ContactKind", upper(CONTACT_KINDS)),
  ContactMode: registerWordEnum("ContactMode", ["EVENT", "GROUPED"]),
  DeliveryState: registerWordEnum("DeliveryState", ["PENDING", "SENDING", "DELIVERED", "DEAD", "CANCELLED"]),
  Disposition: registerWordEnum("NotificationDisposition", upper(DISPOSITIONS)),
  Problem: registerWordEnum("NotificationProblemCode", NOTIFICATION_PROBLEMS),
  Severity: registerWordEnum("NotificationSeverity", ["CRITICAL", "WARNING", "INFO"]),
};
