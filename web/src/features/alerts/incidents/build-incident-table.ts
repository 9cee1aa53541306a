import type { Names } from "../../../registry/build-names.js";
import type { PanelTable } from "../../../ui/panel-tools.js";
import { severityWords } from "../severity-mark.js";
import { listPlaces, renderIncidentTitle } from "./describe-incident.js";
import type { Incident } from "./incidents-query.js";
import { renderAlertValue } from "./render-alert-value.js";

const columns = ["Incident", "Severity", "State", "Rule", "Where", "Value", "Limit", "Fired", "Over"];

/** buildIncidentTable writes incidents as plain rows. */
export function buildIncidentTable(incidents: readonly Incident[], names: Names): PanelTable {
  return {
    columns: [...columns.map((title) => ({ title })), { title: "Alerts of the same cause", isNumber: true }],
    rows: incidents.map((incident) => {
      const { unit, value, threshold } = incident;
      const write = (number: number | null) =>
        number === null ? "" : { value: number, unit, text: renderAlertValue({ value: number, unit }) };
      return [
        ...[renderIncidentTitle(incident, names), severityWords[incident.severity], incident.status.toLowerCase()],
        ...[incident.ruleTitle, listPlaces(incident, names).join(", "), write(value), write(threshold)],
        { at: incident.firedAt },
        incident.resolvedAt === null ? "" : { at: incident.resolvedAt },
        { value: incident.childCount, unit: "" },
      ];
    }),
  };
}
