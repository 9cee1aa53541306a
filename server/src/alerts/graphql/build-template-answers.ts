import type { CheckedTemplate } from "../templates/check-template.js";
import type { MessageTemplateRow } from "../templates/message-template.repository.js";
import type { TemplateProblem } from "../templates/message-templates.service.js";
import type { FieldFault } from "../templates/word-notice.js";
import type { AlertTemplate, AlertTemplateProblem } from "./alert-template.type.js";
import type { AlertTemplateFault, AlertTemplatePreview } from "./alert-template-preview.type.js";

/** buildTemplate shows a template; `names` are those of people by their ids. */
export function buildTemplate(row: MessageTemplateRow, names: ReadonlyMap<string, string>): AlertTemplate {
  const { id, version, name, medium, title, text, isInUse, savedBy, savedAt, lastUsedAt, lastFault, lastFaultAt } = row;
  return {
    ...{ id, version, name, medium: medium.toUpperCase(), title, text, isInUse, savedBy, savedAt },
    savedByName: names.get(savedBy) ?? savedBy,
    ...{ lastUsedAt, lastFault: lastFault === "" ? null : lastFault, lastFaultAt },
  };
}

/** buildTemplateProblem shows why a template was not changed. */
export function buildTemplateProblem({ code, message, faults }: TemplateProblem): AlertTemplateProblem {
  return { code, message, faults: faults.map(buildFault) };
}

/** buildTemplatePreview shows what a template makes of every case. */
export function buildTemplatePreview({ faults, previews }: CheckedTemplate): AlertTemplatePreview {
  return {
    faults: faults.map(buildFault),
    messages: previews.map(({ sample, channel, isTitleCut, isTextCut, ...shown }) => ({
      ...shown,
      ...{ sample: sample.toUpperCase(), channel: channel.toUpperCase(), isCut: isTitleCut || isTextCut },
    })),
  };
}

function buildFault({ field, line, code, message }: FieldFault): AlertTemplateFault {
  return { field: field.toUpperCase(), line, code, message };
}
