const bytesAtMost = 48 * 1024;
const kinds: ReadonlySet<string> = new Set(["image/png", "image/svg+xml"]);

/** ReadPicture is a picture as a data URL, or why it cannot be one. */
export type ReadPicture = { readonly url: string } | { readonly fault: string };

/** readPicture reads a file of at most 48 KiB as a data URL, which then has at most 64. */
export async function readPicture(file: File): Promise<ReadPicture> {
  if (!kinds.has(file.type)) return { fault: "Choose an SVG or a PNG." };
  if (file.size > bytesAtMost) return { fault: `It has ${Math.ceil(file.size / 1024)} KiB; at most 48 are taken.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return { url: `data:${file.type};base64,${btoa(text)}` };
}
