import type { ScopeFilterInput } from "../../graphql/operations.js";
import type { Names } from "../../registry/build-names.js";
import { formatCode } from "../../format/format-code.js";

const namedAtMost = 4;
type Key = Exclude<keyof ScopeFilterInput, "attributes">;

const words: readonly (readonly [Key, string])[] = [
  ["clients", "client"],
  ["brands", "brand"],
  ["regions", "region"],
  ["stores", "store"],
  ["channels", "channel"],
  ["partners", "partner"],
  ["workflows", "workflow"],
  ["steps", "step"],
  ["sources", "source"],
  ["measures", "measure"],
  ["changes", "change"],
  ["outcomes", "outcome"],
  ["errorClasses", "error class"],
  ["exceptionClasses", "exception class"],
];

/** describeWhyFilter says what a number was filtered by, with the titles people know: "client Northmart", "store 0117 Lübeck and 3 more". */
export function describeWhyFilter(filter: ScopeFilterInput, names: Names): readonly string[] {
  const clients = filter.clients ?? [];
  const client = clients.length === 1 ? (clients[0] ?? "") : "";
  const said = words.flatMap(([key, word]) => {
    const ids = filter[key] ?? [];
    if (ids.length === 0) return [];
    const named = ids.slice(0, namedAtMost).map((id) => renderTitle(key, id, { client, names }));
    const more = ids.length > namedAtMost ? ` and ${ids.length - namedAtMost} more` : "";
    return [ids.length === 1 && ids[0] === "" ? `no ${word}` : `${word} ${named.join(", ")}${more}`];
  });
  return [...said, ...(filter.attributes ?? []).map(({ name, value }) => `${name} = ${value}`)];
}

function renderTitle(key: Key, id: string, of: { client: string; names: Names }): string {
  if (id === "") return "none";
  const { names } = of;
  const slash = id.indexOf("/");
  const [client, own] = slash === -1 ? [of.client, id] : [id.slice(0, slash), id.slice(slash + 1)];
  switch (key) {
    case "clients":
      return names.client(id);
    case "regions":
      return names.region(client, own);
    case "stores":
      return names.store(client, own);
    case "channels":
      return names.channel(of.client, id);
    case "partners":
      return names.partner(of.client, id);
    case "workflows":
      return names.workflow(of.client, id);
    case "errorClasses":
    case "exceptionClasses":
    case "outcomes":
      return formatCode(id.toLowerCase());
    default:
      return id;
  }
}
