/** What bytes become that are none of the encoding of the file. */
const UNDECODABLE = "\uFFFD";

/** findUndecodable says that texts hold bytes that are none of the encoding: stored, they would be another name for ever. */
export function findUndecodable(texts: readonly string[], encoding = "utf-8"): string | undefined {
  return texts.some((text) => text.includes(UNDECODABLE))
    ? `it holds bytes that are no ${encoding}: say the encoding of the file in the mapping, such as format: { encoding: windows-1252 }`
    : undefined;
}
