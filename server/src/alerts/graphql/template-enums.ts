import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { TEMPLATE_FAULTS } from "../templates/render/template-fault.js";
import { SAMPLE_CASES } from "../templates/build-sample-notice.js";
import { TEMPLATE_MEDIA } from "../templates/template-medium.js";
import { TEMPLATE_FIELDS } from "../templates/word-notice.js";

const upper = (words: readonly string[]) => words.map((word) => word.toUpperCase());

/** TemplateEnums are the closed lists of words about templates, as GraphQL knows them. */
export const TemplateEnums = {
  Medium: registerWordEnum("AlertTemplateMedium", upper(TEMPLATE_MEDIA)),
  Field: registerWordEnum("AlertTemplateField", upper(TEMPLATE_FIELDS)),
  Fault: registerWordEnum("AlertTemplateFaultCode", TEMPLATE_FAULTS),
  Case: registerWordEnum("AlertTemplateCase", [...upper(SAMPLE_CASES), "INCIDENT"]),
  VariableOf: registerWordEnum("AlertTemplateVariableOf", ["MESSAGE", "INCIDENT", "FACT"]),
  VariableKind: registerWordEnum("AlertTemplateVariableKind", ["TEXT", "FLAG", "LIST", "GROUP"]),
};
