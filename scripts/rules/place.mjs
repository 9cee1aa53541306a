import { dirname, relative, resolve, sep } from "node:path";

/** WORKSPACES: the five rooms of the project. */
export const WORKSPACES = ["sql", "dashboards", "ingestion", "server", "web"];

/** placeOf returns where a file is, as a path from the root of the checkout with forward slashes. */
export function placeOf(context) {
  return relative(context.cwd, context.filename).split(sep).join("/");
}

/** targetOf returns the place a relative import points at, or undefined for a package. */
export function targetOf(context, specifier) {
  if (!specifier.startsWith(".")) return undefined;
  return relative(context.cwd, resolve(dirname(context.filename), specifier))
    .split(sep)
    .join("/");
}

/** workspaceOf returns the workspace of a place, or "" for files of the root. */
export function workspaceOf(place) {
  const first = place.split("/")[0];
  return WORKSPACES.includes(first) ? first : "";
}
