import { WEBHOOK_PROBLEM_CODES, WEBHOOK_STYLES } from "@watchfloor/sql";
import { registerWordEnum } from "../../graphql/register-word-enum.js";

/** WebhookEnums holds the GraphQL enums of webhooks, in capitals as GraphQL's words are. */
export const WebhookEnums = {
  WebhookStyle: registerWordEnum(
    "WebhookStyle",
    WEBHOOK_STYLES.map((style) => style.toUpperCase()),
  ),
  WebhookProblemCode: registerWordEnum(
    "WebhookProblemCode",
    WEBHOOK_PROBLEM_CODES.map((code) => code.toUpperCase()),
  ),
};
