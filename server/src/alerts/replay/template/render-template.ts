import { renderNumber } from "../promql/render-number.js";
import { TEMPLATE_FUNCTIONS, isTruthy, type TemplateValue } from "./template-functions.js";

/** TemplateData is what a label of a rule may speak of. */
export interface TemplateData {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const ACTION = /(\s*\{\{-\s|\{\{)([\s\S]*?)(\s-\}\}\s*|\}\})/g;
const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|`[^`]*`)|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|((?:\$|\.)?[A-Za-z_][\w.]*|\.)|([()|]))/gy;

type Part = { readonly text: string } | { readonly action: string };

/** renderTemplate fills in a label as Prometheus does: $value, $labels, pipelines of its functions, if and else. Throws on what it does not know. */
export function renderTemplate(template: string, data: TemplateData): string {
  return new TemplateRun(splitTemplate(template), data).render();
}

function splitTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of template.matchAll(ACTION)) {
    const [whole, , action = ""] = found;
    parts.push({ text: template.slice(from, found.index) }, { action: action.trim() });
    from = found.index + whole.length;
  }
  return [...parts, { text: template.slice(from) }];
}

class TemplateRun {
  private place = 0;

  constructor(
    private readonly parts: readonly Part[],
    private readonly data: TemplateData,
  ) {}

  render(): string {
    const { text, end } = this.renderUntilEnd(true);
    if (end !== undefined) throw new Error(`The template has "${end}" without an if.`);
    return text;
  }

  /** Up to the end, an else or the last part; what is not chosen is walked through without being asked. */
  private renderUntilEnd(isChosen: boolean): { text: string; end: string | undefined } {
    let text = "";
    while (this.place < this.parts.length) {
      const part = this.parts[this.place];
      this.place += 1;
      if (part === undefined) break;
      if ("text" in part) text += isChosen ? part.text : "";
      else if (/^(?:end|else)\b/.test(part.action)) return { text, end: part.action };
      else if (/^if\b/.test(part.action)) text += this.renderIf(part.action.slice(2), isChosen);
      else if (isChosen && !part.action.startsWith("/*")) text += print(this.ask(part.action));
    }
    return { text, end: undefined };
  }

  private renderIf(condition: string, isChosen: boolean): string {
    const holds = isChosen && isTruthy(this.ask(condition));
    const { text, end } = this.renderUntilEnd(holds);
    if (end === undefined) throw new Error("The template has an if without an end.");
    const isOtherChosen = isChosen && !holds;
    if (/^else\s+if\b/.test(end)) return text + this.renderIf(end.replace(/^else\s+if/, ""), isOtherChosen);
    if (!/^else\b/.test(end)) return text;
    const other = this.renderUntilEnd(isOtherChosen);
    if (other.end !== "end") throw new Error("The template has an else without an end.");
    return text + other.text;
  }

  private ask(pipeline: string): TemplateValue {
    const tokens = readTokens(pipeline);
    const value = this.readPipeline(tokens);
    if (tokens.length > 0) throw new Error(`The template is not understood at "${tokens[0] ?? ""}" in "${pipeline}".`);
    return value;
  }

  private readPipeline(tokens: string[]): TemplateValue {
    let value = this.readCommand(tokens, []);
    while (tokens[0] === "|") {
      tokens.shift();
      value = this.readCommand(tokens, [value]);
    }
    return value;
  }

  private readCommand(tokens: string[], piped: readonly TemplateValue[]): TemplateValue {
    const [first = ""] = tokens;
    if (!/^[A-Za-z_]/.test(first) || first === "true" || first === "false") return this.readOperand(tokens);
    tokens.shift();
    const args: TemplateValue[] = [];
    while (tokens[0] !== undefined && tokens[0] !== "|" && tokens[0] !== ")") args.push(this.readOperand(tokens));
    const apply = Object.hasOwn(TEMPLATE_FUNCTIONS, first) ? TEMPLATE_FUNCTIONS[first] : undefined;
    if (apply === undefined) throw new Error(`The function ${first} of templates is not understood.`);
    return apply([...args, ...piped]);
  }

  private readOperand(tokens: string[]): TemplateValue {
    const token = tokens.shift() ?? "";
    if (token === "(") {
      const value = this.readPipeline(tokens);
      if (tokens.shift() !== ")") throw new Error('The template lacks a ")".');
      return value;
    }
    if (token.startsWith('"')) return String(JSON.parse(token));
    if (token.startsWith("`")) return token.slice(1, -1);
    if (token === "true" || token === "false") return token === "true";
    if (token !== "" && !Number.isNaN(Number(token))) return Number(token);
    return this.readVariable(token);
  }

  private readVariable(token: string): TemplateValue {
    if (token === "$value" || token === ".Value") return this.data.value;
    const [, label] = /^(?:\$labels|\.Labels)\.(\w+)$/.exec(token) ?? [];
    if (label !== undefined) return this.data.labels[label] ?? "";
    if (/^(?:\$externalLabels|\.ExternalLabels)\.\w+$/.test(token)) return "";
    throw new Error(`"${token}" in a template is not understood.`);
  }
}

function readTokens(pipeline: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = pipeline.trim();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`The template is not understood at "${text.slice(at, at + 20)}".`);
    tokens.push(found[0].trim());
  }
  return tokens;
}

function print(value: TemplateValue): string {
  return typeof value === "number" ? renderNumber(value) : String(value);
}
