/** LinkPage is what a link shows: a question with the address that answers it, or what there is to know. */
export interface LinkPage {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly token: string }[];
}

/** GONE is the page of a link whose contact, subscription or incident is no longer there, or no longer its reader's. */
export const GONE: LinkPage = {
  title: "This link has ended",
  text: "Ask for a new one, or ask whoever set the messages up.",
  actions: [],
};
