/** TextBlock is a paragraph or a list. */
export interface TextBlock {
  readonly kind: "paragraph" | "list";
  readonly lines: readonly string[];
}

/** splitText splits words into paragraphs and lists; a line that begins with a hyphen is one of a list. */
export function splitText(text: string): readonly TextBlock[] {
  return text.split(/\n\s*\n/).flatMap((part) => {
    const lines = part
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const blocks: { kind: TextBlock["kind"]; lines: string[] }[] = [];
    for (const line of lines) {
      const kind = line.startsWith("- ") ? "list" : "paragraph";
      const last = blocks.at(-1);
      const words = kind === "list" ? line.slice(2) : line;
      if (last?.kind === kind) last.lines.push(words);
      else blocks.push({ kind, lines: [words] });
    }
    return blocks;
  });
}
