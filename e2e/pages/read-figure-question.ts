/** FigureQuestion is what a number on a page stands for: metric and filter, and its own range and currency where it has them. */
export interface FigureQuestion {
  readonly metric: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly range?: { readonly from: string; readonly to: string };
  readonly currency?: string;
}

const PAGE = new Set(["from", "to", "currency", "compare", "range"]);
const ATTRIBUTE = "attribute.";

/** readFigureQuestion reads `sla_attainment~clients:northmart~workflows:price-sync`, as an address and the attribute of a number write it. */
export function readFigureQuestion(text: string): FigureQuestion {
  const [metric = "", ...parts] = text.split("~");
  const filter: Record<string, unknown> = {};
  const attributes: { name: string; value: string }[] = [];
  const own = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf(":");
    const [name, value] = [part.slice(0, at), part.slice(at + 1)];
    if (PAGE.has(name)) own.set(name, decode(value));
    else if (name.startsWith(ATTRIBUTE))
      attributes.push({ name: decode(name.slice(ATTRIBUTE.length)), value: decode(value) });
    else filter[name] = value.split(",").map(decode);
  }
  const [from, to, currency] = [own.get("from"), own.get("to"), own.get("currency")];
  if (own.has("range")) throw new Error(`a range that moves cannot be asked for again: ${text}`);
  return {
    metric,
    filter: attributes.length === 0 ? filter : { ...filter, attributes },
    ...(from === undefined || to === undefined ? {} : { range: { from, to } }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function decode(text: string): string {
  return text.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%7E", "~").replaceAll("%25", "%");
}
