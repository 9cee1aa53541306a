import { isScalar, parseDocument, stringify } from "yaml";

/**
 * renameDashboard gives the text of a definition another id and title; every other character stays as it was written, comments included.
 * Throws for a text without id and title: only what was read before is renamed.
 */
export function renameDashboard(text: string, to: { id: string; title: string }): string {
  const document = parseDocument(text);
  const places = (["id", "title"] as const).map((name) => {
    const node = document.get(name, true);
    if (!isScalar(node) || !node.range) throw new Error(`The definition has no ${name}.`);
    const [from, end] = node.range;
    return { from, end, value: stringify(to[name], { lineWidth: 0 }).trimEnd() };
  });
  // From the end, so that places before stay where they are.
  return places
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, end, value }) => result.slice(0, from) + value + result.slice(end), text);
}
