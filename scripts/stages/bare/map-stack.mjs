import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

const PLACE = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;

/** mapStack returns the text of an error with the places in compiled files replaced by those in their sources, where a map says them. */
export function mapStack(text) {
  return text.replace(PLACE, (place, url, line, column) => {
    const file = fileURLToPath(url);
    if (!existsSync(`${file}.map`)) return place;
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
    const { originalSource, originalLine, originalColumn } = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (originalSource === undefined) return place;
    return `${fileURLToPath(new URL(originalSource, url))}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
