import type { TemplateNode } from "./parse-template.js";
import type { TemplateFault } from "./template-fault.js";
import { TEMPLATE_VARIABLES, type TemplateVariable } from "./template-variables.js";

type Place = TemplateVariable["of"];

/** checkNames lists what a template names that is not a variable, or is none at its place. */
export function checkNames(nodes: readonly TemplateNode[], places: readonly Place[] = ["message"]): TemplateFault[] {
  return nodes.flatMap((node) => {
    if (node.kind === "text") return [];
    const { name, line } = node;
    // Within a section of a text the text itself is ".".
    if (name === ".") return node.kind === "value" ? [] : [refuse(line, "{{#.}} is nothing to go through.")];
    const found = find(name, places);
    if ("code" in found) return [{ ...found, line }];
    if (node.kind === "value") return checkValue(found, line);
    const fault = checkSection(found, { line, places, isInverted: node.isInverted });
    return fault === undefined ? checkNames(node.children, enter(found, node.isInverted, places)) : [fault];
  });
}

interface Found {
  readonly variable: TemplateVariable;
  readonly name: string;
}

function find(name: string, places: readonly Place[]): Found | Omit<TemplateFault, "line"> {
  const [head = "", ...rest] = name.split(".");
  const variable = lookUp(head, places);
  if (variable === undefined) return describeUnknown(head);
  const [part, ...more] = rest;
  if (part === undefined) return { variable, name };
  if (variable.name === "labels" && more.length === 0 && part !== "")
    return { variable: { ...variable, kind: "text" }, name };
  if (variable.name === "first") return find(rest.join("."), ["incident"]);
  return { code: "UNKNOWN_VARIABLE", message: `{{${name}}} is no variable.` };
}

function lookUp(name: string, places: readonly Place[]): TemplateVariable | undefined {
  return TEMPLATE_VARIABLES.findLast((each) => each.name === name && places.includes(each.of));
}

function describeUnknown(name: string): Omit<TemplateFault, "line"> {
  const elsewhere = TEMPLATE_VARIABLES.find((each) => each.name === name);
  if (elsewhere?.of === "incident")
    return {
      code: "WRONG_PLACE",
      message: `{{${name}}} is of one incident: write it between {{#incidents}} and {{/incidents}}, or as {{first.${name}}}.`,
    };
  if (elsewhere?.of === "fact")
    return { code: "WRONG_PLACE", message: `{{${name}}} stands between {{#facts}} and {{/facts}}.` };
  if (elsewhere?.of === "message")
    return { code: "WRONG_PLACE", message: `{{${name}}} is of the message, not of an incident.` };
  return { code: "UNKNOWN_VARIABLE", message: `{{${name}}} is no variable.` };
}

function checkValue({ variable, name }: Found, line: number): TemplateFault[] {
  if (variable.kind === "list") return [refuse(line, `{{${name}}} is a list: write {{#${name}}} … {{/${name}}}.`)];
  if (variable.kind === "group") return [refuse(line, `{{${name}}} holds more names: write {{${name}.…}}.`)];
  return [];
}

function checkSection(
  { variable, name }: Found,
  {
    line,
    places,
    isInverted,
  }: { readonly line: number; readonly places: readonly Place[]; readonly isInverted: boolean },
): TemplateFault | undefined {
  if (variable.name === "labels" && variable.kind === "group")
    return refuse(line, "Ask for one label: {{#labels.system}}.");
  const isWithin = !isInverted && ["incidents", "first"].includes(name) && places.includes("incident");
  return isWithin ? refuse(line, `{{#${name}}} cannot stand within an incident.`) : undefined;
}

function refuse(line: number, message: string): TemplateFault {
  return { code: "WRONG_PLACE", line, message };
}

function enter({ variable }: Found, isInverted: boolean, places: readonly Place[]): readonly Place[] {
  if (isInverted) return places;
  if (variable.name === "incidents" || variable.name === "first") return [...places, "incident"];
  return variable.name === "facts" ? [...places, "fact"] : places;
}
