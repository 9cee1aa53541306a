import { createUnionType, Field, ObjectType } from "@nestjs/graphql";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { INGEST_KEY_REFUSALS } from "../ingest-key-refusal.js";
import { IngestKey } from "./ingest-key.type.js";

/** IngestKeyRefusalReason shows the closed list of refusals. */
export const IngestKeyRefusalReason = registerWordEnum("IngestKeyRefusalReason", INGEST_KEY_REFUSALS);

/** IngestKeySecret is a key with its new secret, shown this once: only a hash of it is kept. */
@ObjectType()
export class IngestKeySecret {
  @Field(() => IngestKey)
  key!: IngestKey;

  @Field(() => String, { description: "Send it as `Authorization: Bearer`." })
  secret!: string;
}

/** IngestKeyRevoked is a key that has ended; receivers refuse it within five seconds. */
@ObjectType()
export class IngestKeyRevoked {
  @Field(() => IngestKey)
  key!: IngestKey;
}

/** IngestKeyRefused says why nothing was changed. */
@ObjectType()
export class IngestKeyRefused {
  @Field(() => IngestKeyRefusalReason)
  reason!: string;

  @Field(() => String, { nullable: true, description: "The argument at fault." })
  field!: string | null;

  @Field(() => String)
  message!: string;
}

/** IngestKeySecretResult is what making or rotating a key answers. */
export const IngestKeySecretResult = createUnionType({
  name: "IngestKeySecretResult",
  types: () => [IngestKeySecret, IngestKeyRefused] as const,
  resolveType: (value) => ("reason" in value ? IngestKeyRefused : IngestKeySecret),
});

/** IngestKeyRevokedResult is what revoking a key answers. */
export const IngestKeyRevokedResult = createUnionType({
  name: "IngestKeyRevokedResult",
  types: () => [IngestKeyRevoked, IngestKeyRefused] as const,
  resolveType: (value) => ("reason" in value ? IngestKeyRefused : IngestKeyRevoked),
});
