import { Inject } from "@nestjs/common";
import { Args, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentContext } from "../../graphql/current-context.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { RegistryService } from "../../registry/registry.service.js";
import type { DemoPerson as DemoPersonDefinition } from "../bootstrap/demo-person.js";
import { DEMO_PEOPLE } from "../demo-people.js";
import { SessionAuthenticator } from "../session/session-authenticator.js";
import { SignInService } from "../sign-in/sign-in.service.js";
import { buildMe } from "./build-me.js";
import { buildSignInProblem } from "./build-sign-in-problem.js";
import { DemoPerson } from "./demo-person.type.js";
import { getSender } from "./get-sender.js";
import { Me } from "./me.type.js";
import { sendCookies } from "./send-cookies.js";
import { SignInResult } from "./sign-in-result.type.js";

/** IdentityResolver is the way in and out, and who one is. */
@Resolver()
export class IdentityResolver {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionAuthenticator) private readonly authenticator: SessionAuthenticator,
    @Inject(RegistryService) private readonly registry: RegistryService,
    @Inject(DEMO_PEOPLE) private readonly people: readonly DemoPersonDefinition[],
  ) {}

  @Query(() => Me, { nullable: true, description: "Who asks; null when nobody is signed in." })
  async me(@CurrentContext() context: RequestContext): Promise<Me | null> {
    const caller = await this.authenticator.findCaller(context.headers);
    return caller === undefined ? null : buildMe(caller, await this.registry.findTenant(caller.scope));
  }

  @Query(() => [DemoPerson], { description: "Whom one can be in a demonstration; empty in any other installation." })
  demoPeople(): readonly DemoPerson[] {
    return this.people;
  }

  @Mutation(() => SignInResult, { description: "Opens a session; browsers get it as a cookie." })
  async signIn(
    @Args("email", { type: () => String }) email: string,
    @Args("password", { type: () => String }) password: string,
    @CurrentContext() context: RequestContext,
  ): Promise<SignInResult> {
    const answer = await this.signIns.signIn({ email, password, ...getSender(context) });
    if (!answer.isSignedIn) throw buildSignInProblem(answer);
    sendCookies(context, answer.setCookies);
    return { token: answer.token, expiresAt: answer.expiresAt };
  }

  @Mutation(() => Boolean, {
    description: "Ends the session everywhere, running subscriptions included; false when there was none.",
  })
  async signOut(@CurrentContext() context: RequestContext): Promise<boolean> {
    const setCookies = await this.signIns.signOut(context.headers);
    if (setCookies !== undefined) sendCookies(context, setCookies);
    return setCookies !== undefined;
  }
}
