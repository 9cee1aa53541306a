import { useSyncExternalStore } from "react";
import { buildPreferenceStore } from "./preference-store.js";

const store = buildPreferenceStore(() => window.localStorage, window);

/** usePreference answers a person's choice among words, the first of them unless they chose, and a way to choose. */
export function usePreference<const Word extends string>(
  name: string,
  words: readonly [Word, ...Word[]],
): [Word, (word: Word) => void] {
  const kept = useSyncExternalStore(store.listen, () => store.read(name));
  const word = words.find((known) => known === kept) ?? words[0];
  return [word, (chosen) => store.write(name, chosen)];
}
