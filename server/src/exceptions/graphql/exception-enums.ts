import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { EXCEPTION_ORDERS, EXCEPTION_STATES, SEVERITY_PARTS } from "../list/exception-words.js";

/** ExceptionEnums holds the GraphQL enums of exceptions. */
export const ExceptionEnums = {
  ExceptionState: registerWordEnum("ExceptionState", EXCEPTION_STATES),
  ExceptionOrder: registerWordEnum("ExceptionOrder", EXCEPTION_ORDERS),
  SeverityPartName: registerWordEnum("SeverityPartName", SEVERITY_PARTS),
};
