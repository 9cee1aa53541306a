/** saveFile hands a file to the browser as a download. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: cleanName(name) });
  document.body.append(link);
  link.click();
  link.remove();
  // NOTE: the browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function cleanName(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, "-")
    .trim()
    .slice(0, 150);
}
