import { createHash } from "node:crypto";
import { XmlDocument, XmlElement } from "xmldoc";
import { checkPicture } from "../../branding/check-picture.js";
import { drawSvg, measureSvg } from "../charts/draw-svg.js";

/** A mail shows it 32 points high; twice as many pixels are sharp on phones. */
const HEIGHT = 64;
/** Wider ones would need more memory than a logo is worth. */
const MAX_RATIO = 12;
/** `<use>` and masks draw things again: a small file may hold millions of shapes. */
const MAX_SHAPES = 2_000;
const LATEST_MS = 2_000;
const MOST_KEPT = 100;
const PREFIX = /^data:image\/svg\+xml;base64,/;

/** By the hash of the logo, the oldest first. */
const drawn = new Map<string, Promise<Buffer | undefined>>();

/**
 * drawLogo makes a PNG of a logo that is an SVG in a data URL, and remembers it; undefined = it does more than draw, is too large or too involved, or
 * takes too long. It is checked as it was when it was saved, because the renderer would read what it refers to. Never rejects.
 */
export function drawLogo(url: string): Promise<Buffer | undefined> {
  const key = createHash("sha256").update(url).digest("hex");
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const drawing = draw(url).catch(() => undefined);
  drawn.set(key, drawing);
  // What took too long once may be quick another time.
  void drawing.then((png) => png ?? drawn.delete(key));
  const [oldest] = drawn.keys();
  if (drawn.size > MOST_KEPT && oldest !== undefined) drawn.delete(oldest);
  return drawing;
}

async function draw(url: string): Promise<Buffer | undefined> {
  if (!PREFIX.test(url) || checkPicture(url) !== undefined) return undefined;
  const svg = Buffer.from(url.replace(PREFIX, ""), "base64").toString("utf8");
  if (countShapes(new XmlDocument(svg)) > MAX_SHAPES) return undefined;
  const { width, height } = measureSvg(svg);
  if (!(width > 0 && height > 0) || width / height > MAX_RATIO || height / width > MAX_RATIO) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LATEST_MS);
  });
  return Promise.race([drawSvg(svg, { mode: "height", value: HEIGHT }), late]).finally(() => clearTimeout(timer));
}

/** countShapes counts what is drawn, what is drawn again included; more than it may be, as soon as that is known. */
function countShapes(root: XmlElement): number {
  const byId = new Map<string, XmlElement>();
  collect(root, byId);
  let count = 0;
  const visit = (element: XmlElement): void => {
    count += 1;
    if (count > MAX_SHAPES) return;
    for (const id of listReferences(element)) {
      const found = byId.get(id);
      if (found !== undefined) visit(found);
    }
    for (const child of element.children) if (child instanceof XmlElement) visit(child);
  };
  visit(root);
  return count;
}

function collect(element: XmlElement, byId: Map<string, XmlElement>): void {
  const { id } = element.attr;
  if (id !== undefined && id !== "") byId.set(id, element);
  for (const child of element.children) if (child instanceof XmlElement) collect(child, byId);
}

/** What an element draws again: `href="#id"` and `url(#id)`, in any attribute. A loop is counted until it is too much. */
function listReferences({ attr }: XmlElement): string[] {
  return Object.entries(attr).flatMap(([name, value]) =>
    /href$/.test(name)
      ? [value.replace(/^#/, "")]
      : [...value.matchAll(/url\(\s*['"]?#([^)'"]+)/g)].map(([, id = ""]) => id),
  );
}
