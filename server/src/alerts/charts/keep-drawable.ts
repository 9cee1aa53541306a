/** Letters, signs and digits of Latin, Greek and Cyrillic that the typeface of our pictures has. It has no others, and none that run from right to left. */
const DRAWABLE =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u0148\u014a-\u01c3\u01c5-\u024f\u0386-\u03ce\u0400-\u0479\u0490-\u049d\u04a0-\u04ff\u1e00-\u1e9b\u1e9d-\u1eff\u2010-\u2027\u2030-\u2055\u20ac]*$/u;

/** keepDrawable returns a text as pictures can show it; '' = the typeface lacks some of it, and half a name is worse than none. */
export function keepDrawable(text: string): string {
  const one = text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  return DRAWABLE.test(one) ? one : "";
}
