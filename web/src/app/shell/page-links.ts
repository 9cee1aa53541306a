/** PageLink is a page of the navigation; `key` is the letter that leads to it after `g`. */
export interface PageLink {
  readonly to: "/" | "/stores" | "/runs" | "/catalogue";
  readonly title: string;
  readonly isExact: boolean;
  readonly key: string;
}

/** pageLinks lists the pages in the order of the navigation; navigation, command palette and keyboard take them from here. */
export const pageLinks: readonly PageLink[] = [
  { to: "/", title: "Live", isExact: true, key: "l" },
  { to: "/stores", title: "Stores", isExact: false, key: "s" },
  { to: "/runs", title: "Runs", isExact: false, key: "r" },
  { to: "/catalogue", title: "Metrics", isExact: false, key: "m" },
];
