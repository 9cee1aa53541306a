const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** escapeSlack escapes what Slack asks for and nothing else: so neither <!channel> nor a link can come out of a label. */
export function escapeSlack(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
