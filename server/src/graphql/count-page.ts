/**
 * countPage returns how many there are in all. A first page that holds everything is its own count: a second question would see another
 * moment, so that a page could be empty and yet count three.
 */
export async function countPage(
  page: { readonly isFirst: boolean; readonly hasNextPage: boolean; readonly shown: readonly unknown[] },
  count: () => Promise<number>,
): Promise<number> {
  return page.isFirst && !page.hasNextPage ? page.shown.length : count();
}
