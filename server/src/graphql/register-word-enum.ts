import { registerEnumType } from "@nestjs/graphql";

/** registerWordEnum makes a GraphQL enum of a list of words and returns the object that decorators refer to. */
export function registerWordEnum<Word extends string>(name: string, words: readonly Word[]): Record<string, Word> {
  const members: Record<string, Word> = Object.fromEntries(words.map((word) => [word, word]));
  registerEnumType(members, { name });
  return members;
}
