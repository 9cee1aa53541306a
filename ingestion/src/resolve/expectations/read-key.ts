import type { ChangeTarget, EventDocument } from "../../events/event-document.js";

/** Values are joined by a character that none of them may hold unescaped, so that ("a|b", "c") and ("a", "b|c") stay apart. */
const JOINED_BY = "|";

/** readKey joins the values of the declared fields; undefined when one of them is absent, because then nothing can be joined to it. */
export function readKey(
  event: EventDocument,
  fields: readonly string[],
  target: ChangeTarget | undefined,
): string | undefined {
  const values: string[] = [];
  for (const field of fields) {
    const value = readField(event, field, target);
    if (value === undefined || value === null || value === "") return undefined;
    values.push(String(value).replaceAll("\\", "\\\\").replaceAll(JOINED_BY, `\\${JOINED_BY}`));
  }
  return values.join(JOINED_BY);
}

function readField(event: EventDocument, field: string, target: ChangeTarget | undefined): unknown {
  const dot = field.indexOf(".");
  if (dot < 0) return event[field as keyof EventDocument];
  const name = field.slice(dot + 1);
  switch (field.slice(0, dot)) {
    case "attributes":
      return readOwn(event.attributes, name);
    case "entity":
      return readOwn(event.entity, name);
    default:
      return readOwn(target, name);
  }
}

function readOwn(holder: object | undefined | null, name: string): unknown {
  if (holder === undefined || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[name];
}
