import {
  ANNOTATION_KINDS,
  AUDIENCES,
  COMPARED,
  HEADLINES,
  PANEL_KINDS,
  PANEL_ORDERS,
  PANEL_PAGES,
  VARIABLES,
} from "@watchfloor/dashboards";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { DASHBOARD_PROBLEM_CODES } from "../dashboard-problem.js";
import { toWord } from "./to-word.js";

/** DashboardEnums holds the GraphQL enums of dashboards. */
export const DashboardEnums = {
  PanelKind: registerWordEnum("PanelKind", PANEL_KINDS.map(toWord)),
  PanelOrder: registerWordEnum("PanelOrder", PANEL_ORDERS.map(toWord)),
  PanelPage: registerWordEnum("PanelPage", PANEL_PAGES.map(toWord)),
  Audience: registerWordEnum("Audience", AUDIENCES.map(toWord)),
  DashboardVariable: registerWordEnum("DashboardVariableName", VARIABLES.map(toWord)),
  Headline: registerWordEnum("DashboardHeadline", HEADLINES.map(toWord)),
  Compared: registerWordEnum("DashboardComparison", COMPARED.map(toWord)),
  AnnotationKind: registerWordEnum("AnnotationKind", ANNOTATION_KINDS.map(toWord)),
  DashboardProblemCode: registerWordEnum("DashboardProblemCode", DASHBOARD_PROBLEM_CODES.map(toWord)),
};
