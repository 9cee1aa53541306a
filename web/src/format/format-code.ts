/** Short forms that people write in capitals. */
const shortForms: ReadonlySet<string> = new Set(["api", "ean", "edi", "erp", "id", "pos", "sku", "sla", "vat"]);

/** formatCode writes a code name as words: "order_not_in_erp" becomes "Order not in ERP". */
export function formatCode(code: string): string {
  const words = code
    .replaceAll(/[_-]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (shortForms.has(word.toLowerCase()) ? word.toUpperCase() : word))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
