import type { Page } from "playwright-core";
import { STORY } from "./story.js";
import type { StoryInstallation } from "./open-story-installation.js";

/** listPaths gives the address of every page: those of the navigation as it stands on `page`, and one of each kind behind them. */
export async function listPaths(page: Page, { simulation }: StoryInstallation): Promise<readonly string[]> {
  const store = simulation.clients.find(({ id }) => id === STORY.erpClient)?.stores[0]?.id;
  if (store === undefined) throw new Error("the story has no such store");
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('nav a[href]')].map((link) => new URL(link.href).pathname)",
  );
  const { client, change, darkStore, erpClient } = STORY;
  return [
    ...new Set(links),
    `/clients/${client}`,
    `/stores/${erpClient}/${store}`,
    `/stores/${client}/${darkStore}`,
    `/channels/${erpClient}/web`,
    `/partners/${client}/techdirekt`,
    `/promotions/${client}/${change}`,
    `/runs/${erpClient}/order-to-erp/SO-story-0`,
    "/processes/order-to-erp",
    "/alerts?state=pending",
    "/alerts?state=resolved",
    "/alerts/incidents/no-such-incident",
    "/catalogue/sla_attainment",
    "/dashboards/stores",
    "/dashboards/stores/edit",
    "/alerts/rules",
    "/alerts/rules/orders-failing",
    "/alerts/rules/orders-failing/edit",
    "/alerts/new-rule",
    "/alerts/silences",
    "/alerts/silences?open=new",
    "/alerts/templates",
    "/alerts/templates/new?medium=chat",
    "/alerts/contacts",
    "/alerts/contacts?open=new",
    "/alerts/escalations",
    "/alerts/escalations?edit=new",
    "/alerts/inhibitions",
    "/alerts/inhibitions?edit=new",
    "/alerts/deliveries",
    "/?why=sla_attainment",
    "/?wall=1",
    "/no-such-page",
  ];
}
