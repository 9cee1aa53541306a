/** A plain scalar may stand without quotes when nothing of it means anything in YAML. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./ -]*[A-Za-z0-9_.]$|^[A-Za-z]$/;
const WORDS = /^(true|false|yes|no|on|off|null|y|n|nan|inf)$/i;
const LINE = 100;

/** renderYaml writes plain data as YAML, block by block; what is short stands on one line. Strings are quoted where they must be. */
export function renderYaml(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return value.map((entry) => `${indent}- ${renderEntry(entry, `${indent}  `)}`).join("");
  if (!isRecord(value)) return `${indent}${renderScalar(value)}\n`;
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => `${indent}${renderKey(name)}:${renderField(entry, indent)}`)
    .join("");
}

function renderField(value: unknown, indent: string): string {
  const flow = renderFlow(value);
  if (!isNested(value) || indent.length + flow.length < LINE) return ` ${flow}\n`;
  return `\n${renderYaml(value, `${indent}  `)}`;
}

function renderEntry(value: unknown, indent: string): string {
  const flow = renderFlow(value);
  if (!isNested(value) || indent.length + flow.length < LINE) return `${flow}\n`;
  return renderYaml(value, indent).slice(indent.length);
}

function renderFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderFlow).join(", ")}]`;
  if (!isRecord(value)) return renderScalar(value);
  const parts = Object.entries(value).filter(([, entry]) => entry !== undefined);
  if (parts.length === 0) return "{}";
  return `{ ${parts.map(([name, entry]) => `${renderKey(name)}: ${renderFlow(entry)}`).join(", ")} }`;
}

function renderKey(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !WORDS.test(name) ? name : JSON.stringify(name);
}

function renderScalar(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value) ?? "null";
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
