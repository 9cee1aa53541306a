const HEX = /^#[0-9a-f]{6}$/i;

/** LIGHT_GROUND and DARK_GROUND are what pages are drawn on. */
export const LIGHT_GROUND = "#ffffff";
/** DARK_GROUND is the panel of the dark theme. */
export const DARK_GROUND = "#161b21";
/** READABLE is the contrast that text needs (WCAG 2.2, AA). */
export const READABLE = 4.5;

/** isColour tells whether a text is a colour as #rrggbb. */
export function isColour(text: string): boolean {
  return HEX.test(text);
}

/** contrast returns the contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [readLuminance(one), readLuminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** chooseDarkColour lightens a colour until it can be read on dark ground: the same hue for both themes, when nobody chose another. */
export function chooseDarkColour(colour: string): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const lighter = mixWithWhite(colour, share);
    if (contrast(lighter, DARK_GROUND) >= READABLE) return lighter;
  }
  return LIGHT_GROUND;
}

function mixWithWhite(colour: string, share: number): string {
  const parts = readParts(colour).map((part) => Math.round(part + (255 - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function readLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = readParts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readParts(colour: string): number[] {
  return [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16));
}
