import { chooseEffectiveParts } from "./choose-effective-parts.js";
import type { ExceptionField, ExceptionPartBody, ExceptionRow } from "./exception-row.js";
import type { FoldPart } from "./fold-part.js";
import { mergeTexts } from "./merge-texts.js";

/**
 * foldException computes an exception from the set of its parts, as runs are folded: raised = earliest, resolved = the
 * greatest (time, id), every other field the newest non-empty value. A resolved exception never reopens.
 */
export function foldException(parts: Iterable<FoldPart<ExceptionPartBody>>): ExceptionRow {
  const fields: Partial<Record<ExceptionField, string>> = {};
  const attributes: Record<string, string> = {};
  let raisedAtMs: number | undefined;
  let resolvedAtMs: number | undefined;
  let money: ExceptionPartBody["money"];
  let compliance = 0;
  let partnerImpact = 0;
  for (const { body, timeMs } of chooseEffectiveParts(parts)) {
    mergeTexts(fields, body.fields);
    mergeTexts(attributes, body.attributes);
    if (body.raisedAtMs !== undefined) raisedAtMs = Math.min(raisedAtMs ?? body.raisedAtMs, body.raisedAtMs);
    if (body.isResolved) resolvedAtMs = timeMs;
    if (body.money !== undefined) money = body.money;
    if (body.compliance !== undefined) compliance = body.compliance;
    if (body.partnerImpact !== undefined) partnerImpact = body.partnerImpact;
  }
  return {
    raisedAtMs,
    resolvedAtMs,
    money: money?.amount ?? "0",
    currency: money?.currency ?? "",
    compliance,
    partnerImpact,
    fields,
    attributes,
  };
}
