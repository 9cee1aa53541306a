import { createUnionType, Field, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { NotificationEnums } from "./notification-enums.js";
import { NotificationProblem } from "./notification-answers.type.js";
import { TemplateEnums } from "./template-enums.js";

/** AlertTemplateFault is one thing that is wrong in a text of a template. */
@ObjectType()
export class AlertTemplateFault {
  @Field(() => TemplateEnums.Field)
  field!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => TemplateEnums.Fault)
  code!: string;

  @Field(() => String)
  message!: string;
}

/** AlertTemplateMessage is what a reader of one channel sees. */
@ObjectType()
export class AlertTemplateMessage {
  @Field(() => TemplateEnums.Case, { description: "What is told: an invented case, or INCIDENT, the one asked for." })
  sample!: string;

  @Field(() => NotificationEnums.ContactKind)
  channel!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "Words for links stand in brackets." })
  text!: string;

  @Field(() => Boolean, { description: "Whether the channel takes less than the template says." })
  isCut!: boolean;

  @Field(() => [String], { description: "Names that had no value." })
  empty!: readonly string[];
}

/** AlertTemplatePreview is what a template makes of every case, and what is wrong with it. */
@ObjectType()
export class AlertTemplatePreview {
  @Field(() => [AlertTemplateFault], { description: "With any of them it cannot be saved." })
  faults!: readonly AlertTemplateFault[];

  @Field(() => [AlertTemplateMessage])
  messages!: readonly AlertTemplateMessage[];
}

/** AlertTemplateVariable is a name that templates may write. */
@ObjectType()
export class AlertTemplateVariable {
  @Field(() => String)
  name!: string;

  @Field(() => TemplateEnums.VariableOf)
  of!: string;

  @Field(() => TemplateEnums.VariableKind)
  kind!: string;

  @Field(() => String)
  description!: string;
}

/** AlertTemplateStart is what somebody begins with who words a medium: it says what the built-in messages say. */
@ObjectType()
export class AlertTemplateStart {
  @Field(() => TemplateEnums.Medium)
  medium!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;
}

/** AlertTemplateDraftInput is a template to be tried. */
@InputType()
export class AlertTemplateDraftInput {
  @Field(() => TemplateEnums.Medium)
  medium!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => ID, { nullable: true, description: "An incident to try it on, too." })
  incident?: string | null;
}

/** TemplatePreviewResult is a preview, or why there is none. */
export const TemplatePreviewResult = createUnionType({
  name: "AlertTemplatePreviewResult",
  types: () => [AlertTemplatePreview, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertTemplatePreview),
});
