const BARE = /("(?:[^"\\]|\\.)*")|([-+]?)\b(NaN|Infinity|Inf)\b/g;

/** parseScenarioText reads JSON, also with the bare NaN and Infinity that some languages write into it: they become the words of the format. */
export function parseScenarioText(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(plain);
  } catch (cause) {
    const quoted = plain.replaceAll(BARE, (_, quote: string | undefined, sign: string, word: string) => {
      if (quote !== undefined) return quote;
      return `"${word === "NaN" ? "NaN" : `${sign}Inf`}"`;
    });
    if (quoted === plain) throw cause;
    return JSON.parse(quoted);
  }
}
