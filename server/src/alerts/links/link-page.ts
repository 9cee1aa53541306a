/** LinkAction is a button: what it says, and the token that does it. `isOn` marks what holds already. */
export interface LinkAction {
  readonly label: string;
  readonly token: string;
  readonly isOn?: boolean;
  readonly isQuiet?: boolean;
}

/** LinkSection is one thing that can be changed, with its choices. */
export interface LinkSection {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly { readonly label: string; readonly actions: readonly LinkAction[] }[];
}

/** LinkPage is what a link shows: a question with the address that answers it, or what there is to know. */
export interface LinkPage {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly LinkAction[];
  readonly sections?: readonly LinkSection[];
  /** What was just done. */
  readonly notice?: string;
  /** Another page to go on to; to look there changes nothing. */
  readonly next?: LinkAction;
}

/** GONE is the page of a link whose contact, subscription or incident is no longer there, or no longer its reader's. */
export const GONE: LinkPage = {
  title: "This link has ended",
  text: "Ask for a new one, or ask whoever set the messages up.",
  actions: [],
};
