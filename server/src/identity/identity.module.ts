import { Module, type DynamicModule } from "@nestjs/common";
import { AUTHENTICATOR } from "../scope/authenticator.js";
import { loadDemoPeople } from "./bootstrap/load-demo-people.js";
import { buildIdentity, type IdentityOptions } from "./build-identity.js";
import { DEMO_PEOPLE } from "./demo-people.js";
import { IdentityResolver } from "./graphql/identity.resolver.js";
import { IdentityChanges } from "./session/identity-changes.js";
import { SessionAuthenticator } from "./session/session-authenticator.js";
import { SignInService } from "./sign-in/sign-in.service.js";

/** IdentityModule answers signIn, signOut, me and demoPeople, and provides the `Authenticator` and `IdentityChanges` to every other module. Needs `RegistryModule`. */
@Module({})
export class IdentityModule {
  static register(options: IdentityOptions): DynamicModule {
    const { authenticator, signIns, changes } = buildIdentity(options);
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: SessionAuthenticator, useValue: authenticator },
        { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
        { provide: SignInService, useValue: signIns },
        { provide: IdentityChanges, useValue: changes },
        { provide: DEMO_PEOPLE, useFactory: () => (options.isDemo ? loadDemoPeople() : []) },
        IdentityResolver,
      ],
      exports: [AUTHENTICATOR, SessionAuthenticator, IdentityChanges],
    };
  }
}
