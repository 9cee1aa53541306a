import {
  AcknowledgeIncidentDocument,
  AssignIncidentDocument,
  NoteIncidentDocument,
  ResolveIncidentDocument,
  WithdrawAcknowledgementDocument,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import type { Me } from "../../../session/me-query.js";

/** IncidentDeed is what a person can do about an incident. `until` null = until it is over, of a critical one for four hours. */
export type IncidentDeed =
  | { readonly kind: "acknowledge"; readonly note: string; readonly until: string | null }
  | { readonly kind: "withdraw"; readonly note: string }
  | { readonly kind: "resolve"; readonly note: string }
  | { readonly kind: "assign"; readonly owner: string | null }
  | { readonly kind: "note"; readonly note: string };

const actors: ReadonlySet<Me["role"]> = new Set(["ADMINISTRATOR", "OPERATIONS", "STORE_MANAGER"]);
const closers: ReadonlySet<Me["role"]> = new Set(["ADMINISTRATOR", "OPERATIONS"]);

/** mayAct tells whether somebody may take incidents and write about them. */
export const mayAct = ({ role }: Pick<Me, "role">): boolean => actors.has(role);

/** mayClose tells whether somebody may close incidents. */
export const mayClose = ({ role }: Pick<Me, "role">): boolean => closers.has(role);

/** doDeed does something about an incident; throws an Error that says why it was not done. */
export async function doDeed(id: string, deed: IncidentDeed): Promise<void> {
  const { answer } = await ask(id, deed);
  if (answer.__typename === "AlertProblem") throw new Error(answer.message);
}

function ask(id: string, deed: IncidentDeed) {
  switch (deed.kind) {
    case "acknowledge":
      return request(AcknowledgeIncidentDocument, { id, note: deed.note, until: deed.until });
    case "withdraw":
      return request(WithdrawAcknowledgementDocument, { id, note: deed.note });
    case "resolve":
      return request(ResolveIncidentDocument, { id, note: deed.note });
    case "assign":
      return request(AssignIncidentDocument, { id, owner: deed.owner });
    case "note":
      return request(NoteIncidentDocument, { id, note: deed.note });
  }
}
