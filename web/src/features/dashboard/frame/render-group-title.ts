import { formatCode } from "../../../format/format-code.js";
import type { GroupPart } from "../dashboard-context.js";

/** renderGroupTitle names a row by the titles of its key, the dimension that stands first before the others: "Merkado, Halden". */
export function renderGroupTitle(key: readonly GroupPart[]): string {
  const parts = key.filter(({ dimension }) => dimension.toUpperCase() !== "CURRENCY");
  const clients = parts.filter(({ dimension }) => dimension.toUpperCase() === "CLIENT");
  const others = parts.filter((part) => !clients.includes(part));
  const place = (others.length === 0 ? clients : others).map(nameOf).filter((name) => name !== "");
  // What has no region is not the client: "No region, Northmart".
  const names = place.length === 0 ? [nameNothing(others.length === 0 ? parts : others)] : place;
  const owners = others.length === 0 ? [] : clients.map(nameOf).filter((name) => name !== "");
  return [...names, ...owners].join(", ");
}

/** Rows of no partner, no store, no channel are a group, too. */
function nameNothing(parts: readonly GroupPart[]): string {
  const [first] = parts;
  return first === undefined ? "All" : `No ${first.dimension.toLowerCase().replaceAll("_", " ")}`;
}

function nameOf({ id, title, dimension }: GroupPart): string {
  if (id === null || id === "") return "";
  if (title !== null && title !== id) return title;
  return ["EXCEPTION_CLASS", "ERROR_CLASS", "OUTCOME", "WORKFLOW"].includes(dimension.toUpperCase())
    ? formatCode(id)
    : (title ?? id);
}
