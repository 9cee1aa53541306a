import type { Scene } from "./scene.js";

/** Story is one kind of thing that happens in the network. */
export interface Story {
  /** longestMs is the longest time from the beginning of a slot to the reception of the last event of a story begun in it. */
  readonly longestMs: number;
  /** tell adds to the scene all events of the stories that begin in a slot. What it adds depends on the slot only. */
  readonly tell: (scene: Scene, slot: number) => void;
}
