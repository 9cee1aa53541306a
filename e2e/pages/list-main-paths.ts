import type { StoryInstallation } from "./open-story-installation.js";
import { STORY } from "./story.js";

/** listMainPaths gives the addresses people open first, one of each kind: what they keep in its place while it loads, the others keep by the same parts. */
export function listMainPaths({ simulation }: StoryInstallation): readonly string[] {
  const { client, change, erpClient } = STORY;
  const store = simulation.clients.find(({ id }) => id === erpClient)?.stores[0]?.id;
  if (store === undefined) throw new Error("the story has no such store");
  return [
    "/",
    "/executive",
    "/stores",
    `/clients/${client}`,
    `/stores/${erpClient}/${store}`,
    `/channels/${erpClient}/web`,
    `/partners/${client}/techdirekt`,
    `/promotions/${client}/${change}`,
    "/exceptions",
    "/alerts",
    "/data-health",
  ];
}
