import type { Notice } from "../channels/notice.js";
import type { NoticeWording } from "../channels/notice-wording.js";
import { keepOneLine } from "../channels/text/keep-one-line.js";
import { buildTemplateView } from "./render/build-template-view.js";
import { parseTemplate } from "./render/parse-template.js";
import { renderTemplate, type TemplateView } from "./render/render-template.js";
import type { TemplateFault } from "./render/template-fault.js";

/** TEMPLATE_FIELDS are the two texts of a template. */
export const TEMPLATE_FIELDS = ["title", "text"] as const;

/** TemplateField is one of `TEMPLATE_FIELDS`. */
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** TemplateTexts are what somebody wrote; '' = the built-in one. */
export type TemplateTexts = Readonly<Record<TemplateField, string>>;

/** FieldFault is a fault and the text it is in. */
export interface FieldFault extends TemplateFault {
  readonly field: TemplateField;
}

/** WordedNotice is the wording of a notice with what went wrong on the way: a text with a fault is the built-in one. */
export interface WordedNotice {
  readonly wording: NoticeWording;
  readonly faults: readonly FieldFault[];
  /** Names that rendered empty: those that no template knows, and those that had no value this time. */
  readonly unknown: readonly string[];
  readonly empty: readonly string[];
}

/** isWorded tells whether templates word a notice: what tells of incidents, not tests, nor what alerting says of itself. */
export function isWorded({ kind, headline, incidents }: Notice): boolean {
  return kind !== "test" && kind !== "rule_health" && headline === undefined && incidents.length > 0;
}

/** wordNotice renders both texts of a template for a notice. Never throws for what a template says. */
export function wordNotice(texts: TemplateTexts, notice: Notice): WordedNotice {
  const view = buildTemplateView(notice);
  const [title, text] = [wordField("title", texts.title, view), wordField("text", texts.text, view)];
  return {
    wording: { title: title.out, text: text.out },
    faults: [...title.faults, ...text.faults],
    unknown: [...new Set([...title.unknown, ...text.unknown])],
    empty: [...new Set([...title.empty, ...text.empty])],
  };
}

interface WordedField {
  readonly out: string | null;
  readonly faults: readonly FieldFault[];
  readonly unknown: readonly string[];
  readonly empty: readonly string[];
}

const BUILT_IN: WordedField = { out: null, faults: [], unknown: [], empty: [] };

function wordField(field: TemplateField, source: string, view: TemplateView): WordedField {
  if (source.trim() === "") return BUILT_IN;
  const fail = (fault: TemplateFault): WordedField => ({ ...BUILT_IN, faults: [{ ...fault, field }] });
  const nodes = parseTemplate(source);
  if ("code" in nodes) return fail(nodes);
  const rendered = renderTemplate(nodes, view);
  if ("code" in rendered) return fail(rendered);
  const { unknown, empty } = rendered;
  const out = field === "title" ? keepOneLine(rendered.text) : keepLines(rendered.text);
  if (out !== "") return { out, faults: [], unknown, empty };
  const blank = { field, code: "EMPTY", line: 1, message: "Nothing comes out." } as const;
  return { out: null, faults: [blank], unknown, empty };
}

/** Control characters but for line ends become spaces, and more than one empty line becomes one. */
function keepLines(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .replaceAll(/[^\S\n]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
