/** buildDocumentTitle names the tab of the browser: what page it is, and of which product; either may be unknown yet. */
export function buildDocumentTitle(of: { readonly page?: string; readonly product?: string }): string {
  return [of.page, of.product].filter((part) => part !== undefined && part !== "").join(" · ");
}
