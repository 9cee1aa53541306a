import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { CADENCE_ORIGINS, FEED_STATES, type CadenceOrigin, type FeedState } from "../feed-words.js";

const FeedStateEnum = registerWordEnum("FeedState", FEED_STATES);
const CadenceFromEnum = registerWordEnum("CadenceFrom", CADENCE_ORIGINS);

/** Feed is the stream of events one source sends for one client, store, channel and partner. */
@ObjectType()
export class Feed {
  @Field(() => ID)
  client!: string;

  @Field(() => String)
  source!: string;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => FeedStateEnum)
  state!: FeedState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it is expected; null = learned from its traffic.",
  })
  expectedSinceAt!: Date | null;

  @Field(() => Boolean, {
    description: "Outside its opening hours a feed is not expected, and its silence does not grow.",
  })
  isExpectedNow!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  firstSeenAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  newestAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  receivedAt!: Date | null;

  @Field(() => Int)
  cadenceSeconds!: number;

  @Field(() => CadenceFromEnum)
  cadenceFrom!: CadenceOrigin;

  @Field(() => [ID])
  workflows!: readonly string[];

  @Field(() => Float, { nullable: true })
  silentSeconds!: number | null;
}
