import { createUnionType, Field, InputType, ObjectType } from "@nestjs/graphql";

/** Branding is what pages call the product and how they look; all that is said before somebody signs in. */
@ObjectType()
export class Branding {
  @Field(() => String)
  productName!: string;

  @Field(() => String, { description: "A line on the sign-in page." })
  signInWords!: string;

  @Field(() => String, { description: "#rrggbb on light ground." })
  colour!: string;

  @Field(() => String, { description: "#rrggbb on dark ground." })
  colourDark!: string;

  @Field(() => String, { nullable: true, description: "A data URL, for an img element only." })
  logo!: string | null;

  @Field(() => String, { nullable: true, description: "A data URL." })
  icon!: string | null;
}

/** BrandingSettings is a branding as an administrator sets it. */
@ObjectType()
export class BrandingSettings extends Branding {
  @Field(() => String, { description: "Who mails come from." })
  senderName!: string;

  @Field(() => String, { nullable: true, description: "The name under which its sign-in page is served." })
  host!: string | null;
}

/** BrandingProblem says which part of a branding is at fault. */
@ObjectType()
export class BrandingProblem {
  @Field(() => String)
  field!: string;

  @Field(() => String)
  message!: string;
}

/** SaveBrandingResult is what saving a branding answers. */
export const SaveBrandingResult = createUnionType({
  name: "SaveBrandingResult",
  types: () => [BrandingSettings, BrandingProblem] as const,
  resolveType: (value: object) => ("message" in value ? BrandingProblem : BrandingSettings),
});

/** BrandingInput replaces the whole branding of a tenant. */
@InputType()
export class BrandingInput {
  @Field(() => String)
  productName!: string;

  @Field(() => String, { nullable: true })
  signInWords?: string | null;

  @Field(() => String, { nullable: true, description: "The product's name unless told." })
  senderName?: string | null;

  @Field(() => String, { description: "#rrggbb; its contrast on white must be at least 4.5." })
  colour!: string;

  @Field(() => String, { nullable: true, description: "#rrggbb for dark ground; `colour` lightened unless told." })
  colourDark?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "An SVG that only draws, or a PNG, as a data URL of at most 64 KiB.",
  })
  logo?: string | null;

  @Field(() => String, { nullable: true, description: "The same, for the tab of the browser." })
  icon?: string | null;

  @Field(() => String, { nullable: true })
  host?: string | null;
}
