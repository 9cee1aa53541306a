const LONGEST = 50;

/** buildCopyId makes an id of a title that none of the taken ones is: "Late prices" becomes late-prices, or late-prices-2. */
export function buildCopyId(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  const stem = words === "" ? "dashboard" : words;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.includes(id)) return id;
  }
}
