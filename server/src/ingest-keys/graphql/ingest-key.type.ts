import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** IngestKey is a key that can only send; its secret is never shown again. */
@ObjectType()
export class IngestKey {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [ID], { nullable: true, description: "Clients it may send for; null = all." })
  clients!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "Kinds of events it may send; null = all." })
  kinds!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "Sources it may send as; null = all." })
  sources!: readonly string[] | null;

  @Field(() => Boolean, { description: "Whether it may send events older than 400 days." })
  isBackfill!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "How many events a second each receiver takes of it; null = no limit.",
  })
  eventsPerSecond!: number | null;

  @Field(() => Int, { nullable: true, description: "How many events at once after a silence." })
  burst!: number | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  rotatedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when the secret before the last rotation works too.",
  })
  previousValidUntil!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "To the minute; null = never." })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => Boolean, { description: "Whether its secret is fixed by WATCHFLOOR_INGEST_KEY." })
  isFixed!: boolean;
}
