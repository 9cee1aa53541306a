/** StorePlace says in which region of a client a store is; region '' when nobody said. Scope and filters by region are resolved with it. */
export interface StorePlace {
  readonly client: string;
  readonly store: string;
  readonly region: string;
  readonly title: string;
}
