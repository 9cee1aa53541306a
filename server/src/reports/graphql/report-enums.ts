import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { REPORT_FORMATS, REPORT_REFUSALS, REPORT_STATE_WORDS } from "../report-words.js";

/** ReportEnums shows the words of reports. */
export const ReportEnums = {
  ReportState: registerWordEnum("ReportState", REPORT_STATE_WORDS),
  ReportFormat: registerWordEnum("ReportFormat", REPORT_FORMATS),
  ReportRefusalReason: registerWordEnum("ReportRefusalReason", REPORT_REFUSALS),
};
