/** listWords joins words for people: "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[], last = "and"): string {
  const end = words[words.length - 1] ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}
