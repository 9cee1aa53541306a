/** PreferenceStore keeps small choices of a person in this browser. It never throws: without storage (private windows, full disks) a choice holds until the page is left. */
export interface PreferenceStore {
  readonly read: (name: string) => string | null;
  readonly write: (name: string, value: string) => void;
  /** listen calls back when a choice changed, here or in another tab; the answer ends it. */
  readonly listen: (listener: () => void) => () => void;
}

type Kept = Pick<Storage, "getItem" | "setItem">;
interface Tabs {
  addEventListener(type: "storage", listener: () => void): void;
  removeEventListener(type: "storage", listener: () => void): void;
}

const prefix = "watchfloor.";

/** buildPreferenceStore makes a store over what the browser keeps; tabs follow each other, the newest choice holds in all of them. */
export function buildPreferenceStore(open: () => Kept, tabs: Tabs): PreferenceStore {
  const held = new Map<string, string>();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    read: (name) => attempt(() => open().getItem(prefix + name)) ?? held.get(name) ?? null,
    write: (name, value) => {
      held.set(name, value);
      attempt(() => open().setItem(prefix + name, value));
      tell();
    },
    listen: (listener) => {
      listeners.add(listener);
      tabs.addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        tabs.removeEventListener("storage", listener);
      };
    },
  };
}

function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    // Storage may be forbidden, broken or full: the choice is held in memory.
    return null;
  }
}
