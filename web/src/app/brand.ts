/** Brand is what a page calls the product and how it looks; a tenant's own branding takes its place. */
export interface Brand {
  readonly productName: string;
  readonly signInWords: string;
}

/** brand is the product's own brand: the only place that says its name. */
export const brand: Brand = {
  productName: "Watchfloor",
  signInWords: "What should have happened, where, and by when.",
};
