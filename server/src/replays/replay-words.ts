import { REJECTION_REASONS, REPLAY_STATES, REPLAY_TIMES, REPLAY_WHATS } from "@watchfloor/sql";

type Upper<Words extends readonly string[]> = { readonly [Index in keyof Words]: Uppercase<Words[Index]> };

function upper<const Words extends readonly string[]>(words: Words): Upper<Words> {
  // NOTE: `map` forgets that it keeps the length and the place of each word.
  return words.map((word) => word.toUpperCase()) as unknown as Upper<Words>;
}

/** REPLAY_WORDS are the words of replays as questions and answers write them: those of storage in capitals. */
export const REPLAY_WORDS = {
  whats: upper(REPLAY_WHATS),
  times: upper(REPLAY_TIMES),
  states: upper(REPLAY_STATES),
  reasons: upper(REJECTION_REASONS),
} as const;
