import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pickSearch } from "../search-text.js";
import { shellRoute } from "./shell-route.js";

const alertsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["state", "severity", "rule", "find", "open"]),
  component: lazyRouteComponent(() => import("../pages/alerts/alerts-page.js"), "AlertsPage"),
});

const incidentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/incidents/$incident",
  component: lazyRouteComponent(() => import("../pages/alerts/incident-page.js"), "IncidentPage"),
});

const alertRulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/rules",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["find", "kind", "state"]),
  component: lazyRouteComponent(() => import("../pages/alerts/alert-rules-page.js"), "AlertRulesPage"),
});

const alertRuleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/rules/$rule",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["days"]),
  component: lazyRouteComponent(() => import("../pages/alerts/alert-rule-page.js"), "AlertRulePage"),
});

const editAlertRuleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/rules/$rule/edit",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["tab", "days"]),
  component: lazyRouteComponent(() => import("../pages/alerts/edit-alert-rule-page.js"), "EditAlertRulePage"),
});

const newAlertRuleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/new-rule",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["copy", "kind", "metric", "tab", "days"]),
  component: lazyRouteComponent(() => import("../pages/alerts/new-alert-rule-page.js"), "NewAlertRulePage"),
});

const silencesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/silences",
  validateSearch: (raw: Record<string, unknown>) =>
    pickSearch(raw, ["matchers", "open", "replaces", "until", "first", "days"]),
  component: lazyRouteComponent(() => import("../pages/alerts/silences-page.js"), "SilencesPage"),
});

const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/contacts",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["open", "subscribe"]),
  component: lazyRouteComponent(() => import("../pages/alerts/contacts-page.js"), "ContactsPage"),
});

const escalationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/escalations",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["open", "edit"]),
  component: lazyRouteComponent(() => import("../pages/alerts/escalations-page.js"), "EscalationsPage"),
});

const inhibitionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/inhibitions",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["open", "edit"]),
  component: lazyRouteComponent(() => import("../pages/alerts/inhibitions-page.js"), "InhibitionsPage"),
});

const deliveriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/deliveries",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["contact", "state", "incident", "open"]),
  component: lazyRouteComponent(() => import("../pages/alerts/deliveries-page.js"), "DeliveriesPage"),
});

const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/templates",
  component: lazyRouteComponent(() => import("../pages/alerts/templates-page.js"), "TemplatesPage"),
});

const templateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/templates/$template",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["medium", "sample", "incident"]),
  component: lazyRouteComponent(() => import("../pages/alerts/template-page.js"), "TemplatePage"),
});

/** alertRoutes are the pages of alerts: incidents, rules, and who is told. */
export const alertRoutes = [
  alertsRoute,
  incidentRoute,
  alertRulesRoute,
  alertRuleRoute,
  editAlertRuleRoute,
  newAlertRuleRoute,
  silencesRoute,
  contactsRoute,
  escalationsRoute,
  inhibitionsRoute,
  deliveriesRoute,
  templatesRoute,
  templateRoute,
] as const;
