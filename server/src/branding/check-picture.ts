import { XmlDocument, XmlElement } from "xmldoc";

/** MAX_PICTURE_BYTES: a logo is shown on every page and printed on every report. */
export const MAX_PICTURE_BYTES = 64 * 1024;
const MAX_PIXELS = 2_048;
const DATA_URL = /^data:(image\/svg\+xml|image\/png);base64,([A-Za-z0-9+/]+={0,2})$/;
const PNG_SIGNATURE = "89504e470d0a1a0a";

/** Elements that draw. What runs, fetches or embeds is not among them: script, style, image, foreignObject, animation, links. */
const DRAWS: ReadonlySet<string> = new Set([
  ...["svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline"],
  ...["polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask"],
]);
const ATTRIBUTE = /^(?!on)[a-zA-Z][a-zA-Z-]*$|^xmlns:xlink$|^xlink:href$|^xml:space$/;
const NAMESPACES: ReadonlySet<string> = new Set(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]);

/** checkPicture says what is wrong with a picture that is given as a data URL; undefined = nothing. It is a PNG, or an SVG that only draws. */
export function checkPicture(url: string): string | undefined {
  const [, type, base64 = ""] = DATA_URL.exec(url) ?? [];
  if (type === undefined) return "It must be an SVG or PNG, as a data URL in base64.";
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > MAX_PICTURE_BYTES) return `It has ${bytes.length} bytes, at most ${MAX_PICTURE_BYTES} are taken.`;
  return type === "image/png" ? checkPng(bytes) : checkSvg(bytes.toString("utf8"));
}

function checkPng(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 8).toString("hex") !== PNG_SIGNATURE || bytes.subarray(12, 16).toString("latin1") !== "IHDR")
    return "It says it is a PNG and is none.";
  if (bytes.length < 33) return "It is cut off.";
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const isSane = width > 0 && height > 0 && width <= MAX_PIXELS && height <= MAX_PIXELS;
  return isSane ? undefined : `It has ${width} x ${height} pixels, at most ${MAX_PIXELS} each way are taken.`;
}

function checkSvg(text: string): string | undefined {
  if (/<!(DOCTYPE|ENTITY)|<\?xml-stylesheet|<!\[CDATA\[/i.test(text))
    return "It declares entities, styles or sections: save it as plain SVG.";
  const root = readXml(text);
  if (root === undefined || root.name !== "svg") return "It says it is an SVG and is none.";
  if (root.attr["xmlns"] !== "http://www.w3.org/2000/svg") return "Its root does not name the namespace of SVG.";
  return checkElement(root);
}

function readXml(text: string): XmlDocument | undefined {
  try {
    return new XmlDocument(text);
  } catch {
    return undefined;
  }
}

function checkElement(element: XmlElement): string | undefined {
  if (!DRAWS.has(element.name)) return `It has <${element.name}>, which does more than draw.`;
  for (const [name, value] of Object.entries(element.attr)) {
    const fault = checkAttribute(name, value);
    if (fault !== undefined) return fault;
  }
  for (const child of element.children) {
    const fault = child instanceof XmlElement ? checkElement(child) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A reference must stay within the picture, whatever attribute it is in. */
function checkAttribute(name: string, value: string): string | undefined {
  if (name === "xmlns" || name === "xmlns:xlink")
    return NAMESPACES.has(value) ? undefined : `It uses the namespace ${value}.`;
  if (!ATTRIBUTE.test(name)) return `It has the attribute ${name}, which is not taken.`;
  if (/href$/.test(name) && !value.startsWith("#")) return `${name} leads out of the picture.`;
  if (
    /url\s*\(\s*(?!#)/i.test(value) ||
    /@import|expression\s*\(|javascript:|data:/i.test(value) ||
    value.includes("\\")
  )
    return `${name} leads out of the picture.`;
  return undefined;
}
