import type { Sender } from "../channels/channel.js";
import type { Notice } from "../channels/notice.js";
import { previewMessage, type PreviewedMessage } from "./preview-message.js";
import { checkNames } from "./render/check-names.js";
import { parseTemplate } from "./render/parse-template.js";
import { buildSampleNotice, PLAIN_CASES, SAMPLE_CASES, type SampleCase } from "./build-sample-notice.js";
import { MEDIUM_CHANNELS, type TemplateMedium } from "./template-medium.js";
import { TEMPLATE_FIELDS, wordNotice, type FieldFault, type TemplateTexts } from "./word-notice.js";

/** MAX_TITLE is how many UTF-16 units the title of a template may have. */
export const MAX_TITLE = 1_000;

/** TemplatePreview is a message of a case as a reader of one channel sees it; `empty` = names that had no value. */
export interface TemplatePreview extends PreviewedMessage {
  readonly sample: SampleCase | "incident";
  readonly empty: readonly string[];
}

/** CheckedTemplate is every fault of a template, and what it makes of every case. */
export interface CheckedTemplate {
  readonly faults: readonly FieldFault[];
  readonly previews: readonly TemplatePreview[];
}

/** TemplateQuestion is a template with who would send it, and a notice it is to be tried on beside the samples. */
export interface TemplateQuestion {
  readonly medium: TemplateMedium;
  readonly texts: TemplateTexts;
  readonly sender: Sender;
  readonly notice?: Notice | undefined;
}

/**
 * checkTemplate tries a template on every sample against the limits of every channel it is for. Refused is what is no template, what names no
 * variable, what comes out empty or too large in any case, and what is cut in an ordinary one; longer cases may be cut, and their previews say so.
 */
export function checkTemplate(question: TemplateQuestion): CheckedTemplate {
  const { texts, notice } = question;
  const samples = SAMPLE_CASES.map((sample) => tryOn(question, sample, buildSampleNotice(sample)));
  const own = notice === undefined ? [] : [tryOn(question, "incident", notice)];
  const written = checkWritten(question);
  const rendered = samples.flatMap(({ faults }) => faults);
  const previews = [...own, ...samples].flatMap((each) => each.previews);
  const cut = TEMPLATE_FIELDS.flatMap((field) => checkCut(field, previews));
  const isBlank = TEMPLATE_FIELDS.every((field) => texts[field].trim() === "");
  const blank: FieldFault = { field: "text", code: "EMPTY", line: 1, message: "Write a title, a text, or both." };
  return { faults: isBlank ? [blank] : dropDoubles([...written, ...rendered, ...cut]), previews };
}

function checkWritten({ texts }: TemplateQuestion): FieldFault[] {
  const faults = TEMPLATE_FIELDS.flatMap((field) => {
    const nodes = parseTemplate(texts[field]);
    return ("code" in nodes ? [nodes] : checkNames(nodes)).map((fault): FieldFault => ({ ...fault, field }));
  });
  const { length } = texts.title;
  if (length <= MAX_TITLE) return faults;
  const message = `At most ${MAX_TITLE} characters; it has ${length}.`;
  return [...faults, { field: "title", code: "TOO_LONG", line: 1, message }];
}

function tryOn({ medium, texts, sender }: TemplateQuestion, sample: TemplatePreview["sample"], notice: Notice) {
  const { wording, faults, empty } = wordNotice(texts, notice);
  const previews = MEDIUM_CHANNELS[medium].flatMap((channel): TemplatePreview[] => {
    const shown = previewMessage(channel, { notice, wording, sender });
    return shown === undefined ? [] : [{ ...shown, sample, empty }];
  });
  // What a channel is not sent can be empty without harm.
  return { previews, faults: previews.length === 0 ? faults.filter(({ code }) => code !== "EMPTY") : faults };
}

function checkCut(field: FieldFault["field"], previews: readonly TemplatePreview[]): FieldFault[] {
  const isCut = (each: TemplatePreview) => (field === "title" ? each.isTitleCut : each.isTextCut);
  const cut = previews.filter((each) => PLAIN_CASES.some((plain) => plain === each.sample) && isCut(each));
  if (cut.length === 0) return [];
  const channels = [...new Set(cut.map(({ channel }) => CHANNEL_WORDS[channel]))].join(" and ");
  return [
    { field, code: "CUT", line: 1, message: `${channels} would cut it even in an ordinary message: shorten it.` },
  ];
}

const CHANNEL_WORDS = { email: "Mail", slack: "Slack", teams: "Teams", pagerduty: "PagerDuty" } as const;

/** The same fault comes out of most samples; it is said once, with its first line. */
function dropDoubles(faults: readonly FieldFault[]): FieldFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.field} ${fault.code} ${fault.line} ${fault.message}`, fault]));
  // What cannot be read, or names nothing, comes out empty, too.
  const hasCause = (field: FieldFault["field"]) => faults.some((each) => each.field === field && each.code !== "EMPTY");
  return [...seen.values()].filter(({ code, field }) => code !== "EMPTY" || !hasCause(field));
}
