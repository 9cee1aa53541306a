import { packFile, loadDefinition } from "@watchfloor/dashboards";
import { demoPeopleSchema, type DemoPerson } from "./demo-person.js";

/** loadDemoPeople reads the people of the demonstration pack. Throws `DefinitionFault`. */
export async function loadDemoPeople(file: string = packFile("demo", "people.yaml")): Promise<readonly DemoPerson[]> {
  return (await loadDefinition(file, demoPeopleSchema)).people;
}
