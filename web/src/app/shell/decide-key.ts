/** KeyPress is a key with what decides about its meaning. */
export interface KeyPress {
  readonly key: string;
  readonly hasCommand: boolean;
  readonly hasAlt: boolean;
  readonly isTyping: boolean;
  readonly isBehindDialog: boolean;
  /** isAfterG says that `g` was pressed just before. */
  readonly isAfterG: boolean;
}

/** KeyAct is what a key means. */
export type KeyAct =
  | { readonly kind: "palette" | "map" | "find" | "pause" | "wait" }
  | { readonly kind: "row"; readonly step: 1 | -1 }
  | { readonly kind: "go"; readonly key: string };

/** decideKey decides what a key means on any page; null leaves it to the browser. */
export function decideKey(press: KeyPress): KeyAct | null {
  const { key } = press;
  // The palette opens from a field too; a dialog that is open keeps its keys.
  if (press.hasCommand) return key.toLowerCase() === "k" && !press.isBehindDialog ? { kind: "palette" } : null;
  if (press.hasAlt || press.isTyping || press.isBehindDialog) return null;
  if (press.isAfterG && /^[a-z]$/.test(key)) return { kind: "go", key };
  switch (key) {
    case "g":
      return { kind: "wait" };
    case "/":
      return { kind: "find" };
    case "?":
      return { kind: "map" };
    case "p":
      return { kind: "pause" };
    case "j":
      return { kind: "row", step: 1 };
    case "k":
      return { kind: "row", step: -1 };
    default:
      return null;
  }
}
