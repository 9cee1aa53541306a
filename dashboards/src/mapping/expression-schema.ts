import { z } from "zod";
import { compilePath } from "./compile-path.js";
import { PathFault } from "./path-fault.js";
import { COMPARISONS, type Condition, type Expression } from "./expression.js";

const optionalFlag = z.boolean().optional();

/** pathSchema takes a path expression that can be prepared. */
export const pathSchema = z.string().min(1).superRefine(checkPath);

/** expressionSchema checks an expression by the function it names, so that a fault says what is wrong with that one. */
export const expressionSchema: z.ZodType<Expression> = z.custom<Expression>().superRefine((value, context) => {
  if (["string", "number", "boolean"].includes(typeof value)) return;
  checkNamed({ value, context, what: "function", forms: FUNCTIONS });
});

/** conditionSchema checks a condition by the test it names. */
export const conditionSchema: z.ZodType<Condition> = z.custom<Condition>().superRefine((value, context) => {
  checkNamed({ value, context, what: "condition", forms: CONDITIONS });
});

const list = z.array(z.lazy(() => expressionSchema)).min(1);
const one = z.lazy(() => expressionSchema);
const test = z.lazy(() => conditionSchema);

const FUNCTIONS: Readonly<Record<string, z.ZodType>> = {
  column: z.strictObject({
    column: z.string().min(1),
    row: z.enum(["this", "next"]).optional(),
    keepMissing: optionalFlag,
  }),
  path: z.strictObject({ path: pathSchema, keepMissing: optionalFlag }),
  item: z.strictObject({ item: pathSchema, keepMissing: optionalFlag }),
  position: z.strictObject({ position: z.strictObject({ pad: z.number().int().min(1).max(20).optional() }) }),
  header: z.strictObject({
    header: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be the name of a header in lower case"),
  }),
  sum: z.strictObject({ sum: pathSchema }),
  count: z.strictObject({ count: pathSchema }),
  value: z.strictObject({ value: z.string().min(1) }),
  line: z.strictObject({ line: z.strictObject({ pad: z.number().int().min(1).max(20).optional() }) }),
  date: z.strictObject({
    date: one,
    formats: z.array(z.string().min(1)).min(1),
    timeZone: z.string().optional(),
    endOfDay: optionalFlag,
    optional: optionalFlag,
  }),
  number: z.strictObject({ number: one, optional: optionalFlag }),
  lower: z.strictObject({ lower: one }),
  upper: z.strictObject({ upper: one }),
  concat: z.strictObject({ concat: list }),
  lookup: z.strictObject({
    lookup: one,
    table: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    otherwise: one.optional(),
  }),
  first: z.strictObject({ first: list }),
  latest: z.strictObject({ latest: list }),
  earliest: z.strictObject({ earliest: list }),
  if: z.strictObject({ if: test, then: one, else: one.optional() }),
};

const CONDITIONS: Readonly<Record<string, z.ZodType>> = {
  left: z.strictObject({ left: one, is: z.enum(COMPARISONS), right: one }),
  present: z.strictObject({ present: one }),
  absent: z.strictObject({ absent: one }),
  lastOfGroup: z.strictObject({ lastOfGroup: z.literal(true) }),
  all: z.strictObject({ all: z.array(test).min(1) }),
  any: z.strictObject({ any: z.array(test).min(1) }),
  not: z.strictObject({ not: test }),
};

function checkPath(text: string, context: z.RefinementCtx): void {
  try {
    compilePath(text);
  } catch (cause) {
    if (!(cause instanceof PathFault)) throw cause;
    context.addIssue({ code: "custom", message: cause.message });
  }
}

function checkNamed(options: {
  value: unknown;
  context: z.RefinementCtx;
  what: string;
  forms: Readonly<Record<string, z.ZodType>>;
}): void {
  const { value, context, what, forms } = options;
  const known = Object.keys(forms).join(", ");
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    context.addIssue({ code: "custom", message: `must be a ${what}: one of ${known}` });
    return;
  }
  const name = Object.keys(value).find((key) => Object.hasOwn(forms, key));
  const form = name === undefined ? undefined : forms[name];
  if (form === undefined) {
    context.addIssue({
      code: "custom",
      message: `unknown ${what} "${Object.keys(value).join(", ")}": use one of ${known}`,
    });
    return;
  }
  for (const issue of form.safeParse(value).error?.issues ?? [])
    context.addIssue({ code: "custom", path: [...issue.path], message: issue.message });
}
