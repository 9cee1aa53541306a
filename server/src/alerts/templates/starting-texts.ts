import type { TemplateMedium } from "./template-medium.js";
import type { TemplateTexts } from "./word-notice.js";

const INCIDENTS = `{{#incidents}}
{{title}}
{{summary}}
{{#facts}}
  {{name}}: {{value}}
{{/facts}}

{{/incidents}}
{{#more}}and {{more}} more{{/more}}`;

/** STARTING_TEXTS say what the built-in messages say: what somebody begins with who wants to change a word. */
export const STARTING_TEXTS: Readonly<Record<TemplateMedium, TemplateTexts>> = {
  mail: { title: "{{headline}}", text: INCIDENTS },
  chat: { title: "{{headline}}", text: INCIDENTS },
  on_call: { title: "{{headline}}", text: "" },
};
