import { Field, ObjectType } from "@nestjs/graphql";
import type { Labels } from "../instance/fingerprint-labels.js";

/** AlertLabel is one word that tells instances of a rule apart. */
@ObjectType()
export class AlertLabel {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

/** buildLabels lists labels by name. */
export function buildLabels(labels: Labels): AlertLabel[] {
  return Object.entries(labels)
    .map(([name, value]) => ({ name, value }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}
