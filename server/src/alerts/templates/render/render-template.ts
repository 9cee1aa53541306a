import type { TemplateNode } from "./parse-template.js";
import type { TemplateFault } from "./template-fault.js";

/** MAX_OUTPUT_BYTES of UTF-8 come out of a template. */
export const MAX_OUTPUT_BYTES = 64 * 1024;
/** Each step is one lookup among at most eight contexts: whatever the template says, the 25,000 take 10 to 40 ms of a core. */
const MAX_STEPS = 25_000;

/** TemplateValue is what a name can stand for: nothing that could run. */
export type TemplateValue = string | boolean | readonly TemplateView[] | TemplateView;

/** TemplateView is what a template can reach; names are its own properties alone. */
export interface TemplateView {
  readonly [name: string]: TemplateValue;
}

/** RenderedTemplate is the text, the names that stand for nothing a template knows, and those that were empty this time. */
export interface RenderedTemplate {
  readonly text: string;
  readonly unknown: readonly string[];
  readonly empty: readonly string[];
}

/**
 * renderTemplate puts what a view holds into a template, as Mustache does, nothing escaped. A name that is not there renders empty and is
 * listed. It ends with a fault beyond 64 KB or 25,000 steps, so no template can keep a process busy.
 */
export function renderTemplate(nodes: readonly TemplateNode[], view: TemplateView): RenderedTemplate | TemplateFault {
  const run = new Run();
  run.walk(nodes, [view]);
  return run.fault ?? { text: run.parts.join(""), unknown: [...run.unknown], empty: [...run.empty] };
}

type Context = TemplateView | string;
type Named = Extract<TemplateNode, { kind: "value" | "section" }>;

class Run {
  readonly parts: string[] = [];
  readonly unknown = new Set<string>();
  readonly empty = new Set<string>();
  fault: TemplateFault | undefined;
  private bytes = 0;
  private steps = 0;

  walk(nodes: readonly TemplateNode[], contexts: readonly Context[]): void {
    for (const node of nodes) {
      if (this.fault !== undefined) return;
      this.steps += 1;
      if (node.kind === "text") this.write(node.text, 0);
      else if (this.steps > MAX_STEPS) this.end("TOO_MUCH_WORK", node.line, "It takes too many steps to put together.");
      else if (node.kind === "value") this.write(this.readText(node, contexts), node.line);
      else this.walkSection(node, contexts);
    }
  }

  private walkSection(node: Extract<TemplateNode, { kind: "section" }>, contexts: readonly Context[]): void {
    const value = this.read(node, contexts);
    const isOn = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== "";
    if (node.isInverted) {
      if (!isOn) this.walk(node.children, contexts);
      return;
    }
    if (!isOn || value === undefined) return;
    if (value === true) return this.walk(node.children, contexts);
    const items: readonly Context[] = isList(value) ? value : typeof value === "boolean" ? [] : [value];
    for (const item of items) {
      this.steps += 1;
      this.walk(node.children, [item, ...contexts]);
    }
  }

  private readText(node: Named, contexts: readonly Context[]): string {
    const value = this.read(node, contexts);
    if (value === "") this.empty.add(node.name);
    if (typeof value === "string") return value;
    return typeof value === "boolean" ? (value ? "yes" : "no") : "";
  }

  private read({ name, path }: Named, contexts: readonly Context[]): TemplateValue | undefined {
    if (name === ".") return contexts[0];
    const [head = "", ...rest] = path;
    const holder = contexts.find((context) => typeof context === "object" && Object.hasOwn(context, head));
    let value: TemplateValue | undefined = typeof holder === "object" ? holder[head] : undefined;
    // Which labels there are differs from alert to alert: one that is not there is empty, not unknown.
    const isOpen = head === "labels" || rest[0] === "labels";
    for (const part of rest) {
      const isThere = typeof value === "object" && !isList(value) && Object.hasOwn(value, part);
      value = isThere && typeof value === "object" && !isList(value) ? value[part] : undefined;
    }
    if (value !== undefined) return value;
    if (holder === undefined || !isOpen) this.unknown.add(name);
    return isOpen ? "" : undefined;
  }

  private write(text: string, line: number): void {
    this.bytes += Buffer.byteLength(text, "utf8");
    if (this.bytes > MAX_OUTPUT_BYTES) this.end("TOO_LARGE", Math.max(line, 1), "What comes out is over 64 KB.");
    else this.parts.push(text);
  }

  private end(code: TemplateFault["code"], line: number, message: string): void {
    this.fault ??= { code, line, message };
  }
}

function isList(value: TemplateValue | Context): value is readonly TemplateView[] {
  return Array.isArray(value);
}
