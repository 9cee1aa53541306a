import { replaceEqualDeep } from "@tanstack/react-query";

/** areEqualProps tells whether plain data and the same functions are given again, however deep; a chart is drawn again only when they are not. */
export function areEqualProps<Props extends object>(before: Props, after: Props): boolean {
  return replaceEqualDeep(before, after) === before;
}
