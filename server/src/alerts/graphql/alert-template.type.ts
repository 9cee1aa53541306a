import { createUnionType, Field, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertTemplateFault } from "./alert-template-preview.type.js";
import { NotificationEnums } from "./notification-enums.js";
import { TemplateEnums } from "./template-enums.js";

/** AlertTemplate is how the tenant words its messages to one kind of channel. */
@ObjectType()
export class AlertTemplate {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => TemplateEnums.Medium)
  medium!: string;

  @Field(() => String, { description: "Mustache; '' = the built-in title." })
  title!: string;

  @Field(() => String, { description: "Mustache; '' = the built-in text." })
  text!: string;

  @Field(() => Boolean, { description: "Whether it words the messages of its medium." })
  isInUse!: boolean;

  @Field(() => ID)
  savedBy!: string;

  @Field(() => String)
  savedByName!: string;

  @Field(() => DateTimeScalar)
  savedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When this version last did what it says." })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why the built-in text was sent instead, the last time it was." })
  lastFault!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastFaultAt!: Date | null;
}

/** AlertTemplateProblem says why a template was not changed, with every fault of its texts. */
@ObjectType()
export class AlertTemplateProblem {
  @Field(() => NotificationEnums.Problem)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => [AlertTemplateFault])
  faults!: readonly AlertTemplateFault[];
}

/** AlertTemplateUse is what words the messages of a medium from now on. */
@ObjectType()
export class AlertTemplateUse {
  @Field(() => TemplateEnums.Medium)
  medium!: string;

  @Field(() => ID, { nullable: true, description: "null = the built-in text." })
  template!: string | null;
}

/** AlertTemplateInput is a template to be saved. */
@InputType()
export class AlertTemplateInput {
  @Field(() => ID, { nullable: true, description: "null = a new one." })
  id?: string | null;

  @Field(() => Int, { description: "The version it replaces; 0 = it is new." })
  expectedVersion!: number;

  @Field(() => String)
  name!: string;

  @Field(() => TemplateEnums.Medium, { description: "Of a template that is there it cannot be changed." })
  medium!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;
}

const resolve =
  <Type>(type: Type) =>
  (value: object) =>
    "code" in value ? AlertTemplateProblem : type;

/** TemplateResult is a template, or why there is none. */
export const TemplateResult = createUnionType({
  name: "AlertTemplateResult",
  types: () => [AlertTemplate, AlertTemplateProblem] as const,
  resolveType: resolve(AlertTemplate),
});

/** TemplateUseResult is what is in use, or why nothing was changed. */
export const TemplateUseResult = createUnionType({
  name: "AlertTemplateUseResult",
  types: () => [AlertTemplateUse, AlertTemplateProblem] as const,
  resolveType: resolve(AlertTemplateUse),
});
