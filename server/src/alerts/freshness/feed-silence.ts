import type { FeedKey } from "../../feeds/feed-view.js";
import type { Labels } from "../instance/fingerprint-labels.js";

/** FeedSilence is how long a feed has said nothing at a slot, in the time in which it is expected. */
export interface FeedSilence {
  readonly feed: FeedKey;
  /** The group of the rule it belongs to. */
  readonly labels: Labels;
  readonly cadenceSeconds: number;
  readonly isSure: boolean;
  readonly silentSeconds: number;
  /** It is declared, and nothing ever came. */
  readonly isNeverHeard: boolean;
}
