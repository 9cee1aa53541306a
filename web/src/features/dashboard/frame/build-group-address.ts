import type { PanelPage } from "../../../graphql/operations.js";
import type { GroupPart } from "../dashboard-context.js";

/** GroupAddress is the page of a row. */
export interface GroupAddress {
  readonly to: string;
  readonly search: Readonly<Record<string, string | undefined>>;
}

/** buildGroupAddress builds the address of a row's own page; null where its key does not say enough (a store without its client). */
export function buildGroupAddress(key: readonly GroupPart[], opens: PanelPage): GroupAddress | null {
  const find = (dimension: string): string => key.find((part) => part.dimension.toUpperCase() === dimension)?.id ?? "";
  const client = find("CLIENT");
  if (client === "" && opens !== "RUNS") return null;
  const path = (...parts: readonly string[]): GroupAddress => ({
    to: `/${parts.map(encodeURIComponent).join("/")}`,
    search: {},
  });
  switch (opens) {
    case "CLIENT":
      return path("clients", client);
    case "STORE":
      return find("STORE") === "" ? null : path("stores", client, find("STORE"));
    case "CHANNEL":
      return find("CHANNEL") === "" ? null : path("channels", client, find("CHANNEL"));
    case "PARTNER":
      return find("PARTNER") === "" ? null : path("partners", client, find("PARTNER"));
    case "RUNS":
      return {
        to: "/runs",
        search: { workflow: client === "" || find("WORKFLOW") === "" ? undefined : `${client}/${find("WORKFLOW")}` },
      };
  }
}
