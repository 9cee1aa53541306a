/** Branding is what a tenant calls the product and how it looks; '' where a part is the product's own. */
export interface Branding {
  readonly productName: string;
  readonly signInWords: string;
  /** Who mails come from. */
  readonly senderName: string;
  /** #rrggbb on light and on dark ground. */
  readonly colour: string;
  readonly colourDark: string;
  /** Checked data URLs. */
  readonly logo: string;
  readonly icon: string;
  /** The name under which its sign-in page is served. */
  readonly host: string;
}

/** OWN_BRANDING is the product's own: the only place in the server that says its name to people. */
export const OWN_BRANDING: Branding = {
  productName: "Watchfloor",
  signInWords: "What should have happened, where, and by when.",
  senderName: "Watchfloor",
  colour: "#0b6a80",
  colourDark: "#4cb4cc",
  logo: "",
  icon: "",
  host: "",
};
