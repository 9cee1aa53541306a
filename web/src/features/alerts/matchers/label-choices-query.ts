import { queryOptions } from "@tanstack/react-query";
import {
  AlertLabelChoicesDocument,
  AlertRuleTitlesDocument,
  type AlertLabelChoicesQuery,
  type AlertRuleTitlesQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** LabelChoice is a label that alerts have now, with its values. */
export type LabelChoice = AlertLabelChoicesQuery["alertLabelChoices"][number];

/** RuleTitle is a rule as one chooses it. */
export type RuleTitle = AlertRuleTitlesQuery["alertRules"][number];

/** labelChoicesQuery asks for the labels of what fires or may soon. */
export const labelChoicesQuery = queryOptions({
  queryKey: ["alert-label-choices"],
  queryFn: async ({ signal }): Promise<readonly LabelChoice[]> =>
    (await request(AlertLabelChoicesDocument, {}, signal)).alertLabelChoices,
  staleTime: 60_000,
});

/** ruleTitlesQuery asks what the rules are called. */
export const ruleTitlesQuery = queryOptions({
  queryKey: ["alert-rule-titles"],
  queryFn: async ({ signal }): Promise<readonly RuleTitle[]> =>
    (await request(AlertRuleTitlesDocument, {}, signal)).alertRules,
  staleTime: 60_000,
});
