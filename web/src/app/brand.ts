/** Brand is what a page calls the product; the branding that the server answers takes its place. */
export interface Brand {
  readonly productName: string;
  readonly signInWords: string;
}

/** brand is the product's own brand, shown only where the server could not be asked for the tenant's: the only place of the pages that says its name. */
export const brand: Brand = {
  productName: "Watchfloor",
  signInWords: "What should have happened, where, and by when.",
};
