import { createUnionType, Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { SAVED_VIEW_PROBLEMS, type SavedViewProblem as Problem } from "../saved-view.js";

const SavedViewProblemCode = registerWordEnum("SavedViewProblemCode", SAVED_VIEW_PROBLEMS);

/** SavedView is an address of the pages under a name. */
@ObjectType()
export class SavedView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "Path and query within the product." })
  address!: string;

  @Field(() => DateTimeScalar)
  savedAt!: Date;
}

/** DeletedView is a saved view that is gone. */
@ObjectType()
export class DeletedView {
  @Field(() => ID)
  id!: string;
}

/** SavedViewProblem says why nothing was changed, and what to do. */
@ObjectType()
export class SavedViewProblem {
  @Field(() => SavedViewProblemCode)
  code!: Problem["code"];

  @Field(() => String)
  message!: string;
}

/** SaveViewResult is a saved view, or why there is none. */
export const SaveViewResult = createUnionType({
  name: "SaveViewResult",
  types: () => [SavedView, SavedViewProblem] as const,
  resolveType: (value: object) => ("code" in value ? SavedViewProblem : SavedView),
});

/** DeleteViewResult says that a view is gone, or why not. */
export const DeleteViewResult = createUnionType({
  name: "DeleteViewResult",
  types: () => [DeletedView, SavedViewProblem] as const,
  resolveType: (value: object) => ("code" in value ? SavedViewProblem : DeletedView),
});
