import { Module, type DynamicModule, type FactoryProvider, type Type } from "@nestjs/common";
import type { Postgres, SecretBox } from "@watchfloor/sql";
import { RegistryService } from "../registry/registry.service.js";
import type { Mailer } from "./channels/email/mailer.js";
import { AudienceGapsService } from "./audience/audience-gaps.service.js";
import { ContactsService } from "./contacts/contacts.service.js";
import { PersonAddressRepository } from "./contacts/person-address.repository.js";
import { SubscriptionsService } from "./contacts/subscriptions.service.js";
import { DeliveryLogService } from "./delivery/delivery-log.service.js";
import { AudienceGapsResolver } from "./graphql/audience-gaps.resolver.js";
import { EscalationsService } from "./escalations/escalations.service.js";
import { PolicyPreviewService } from "./escalations/policy-preview.service.js";
import { EscalationsResolver } from "./graphql/escalations.resolver.js";
import { InhibitionsResolver } from "./graphql/inhibitions.resolver.js";
import { InhibitionPreviewService } from "./inhibitions/inhibition-preview.service.js";
import { InhibitionsService } from "./inhibitions/inhibitions.service.js";
import { TemplatesResolver } from "./graphql/templates.resolver.js";
import { IncidentPeopleRepository } from "./incidents/incident-people.repository.js";
import { MessageTemplatesService } from "./templates/message-templates.service.js";
import { DeliveriesResolver } from "./graphql/deliveries.resolver.js";
import { NotificationsResolver } from "./graphql/notifications.resolver.js";
import { SilencesResolver } from "./graphql/silences.resolver.js";
import { AlertLinkBuilder } from "./links/alert-link-builder.js";
import { AlertLinksService } from "./links/alert-links.service.js";
import { buildLinkToken, type AlertLink } from "./links/link-token.js";
import { SilencePreviewService } from "./silences/silence-preview.service.js";
import { SilencesService } from "./silences/silences.service.js";
import { buildWirePolicy, type WirePolicy } from "./wire/wire-policy.js";

const YEAR_MS = 365 * 86_400_000;

/** NotificationsOptions are what people's side of notifications stands on. */
export interface NotificationsOptions {
  readonly postgres: Postgres;
  readonly secretBox?: SecretBox | undefined;
  /** Signs links of mails. */
  readonly authSecret: string;
  readonly now: () => Date;
  readonly mailer?: Mailer | undefined;
  /** Public addresses by https alone unless told. */
  readonly wirePolicy?: WirePolicy | undefined;
  readonly publicUrl?: string | undefined;
}

function byRegistry<T>(provide: Type<T>, build: (registry: RegistryService) => T): FactoryProvider<T> {
  return { provide, inject: [RegistryService], useFactory: build };
}

/** What would happen, before a policy or an inhibition is saved. */
function listPreviews(postgres: Postgres): FactoryProvider[] {
  return [
    {
      ...{ provide: PolicyPreviewService, inject: [RegistryService, EscalationsService] },
      useFactory: (registry: RegistryService, escalations: EscalationsService) =>
        new PolicyPreviewService({ postgres, registry, escalations }),
    },
    {
      ...{ provide: InhibitionPreviewService, inject: [RegistryService, InhibitionsService] },
      useFactory: (registry: RegistryService, inhibitions: InhibitionsService) =>
        new InhibitionPreviewService({ postgres, registry, inhibitions }),
    },
  ];
}

/** NotificationsModule keeps contacts, subscriptions and silences and shows what was sent; workers send. Needs `RegistryModule`. */
@Module({})
export class NotificationsModule {
  static register(options: NotificationsOptions): DynamicModule {
    const { postgres, now, authSecret, secretBox: box, mailer } = options;
    const policy = options.wirePolicy ?? buildWirePolicy({ ranges: "", ports: "", isHttpAllowed: false });
    const links = new AlertLinkBuilder({ secret: authSecret, publicUrl: options.publicUrl ?? null, now });
    const contacts = new ContactsService({ postgres, box, mailer, policy, links, productName: "Watchfloor", now });
    const buildToken = (link: Omit<AlertLink, "expiresAt">) =>
      buildLinkToken(authSecret, { ...link, expiresAt: now().getTime() + YEAR_MS });
    return {
      module: NotificationsModule,
      providers: [
        { provide: ContactsService, useValue: contacts },
        byRegistry(
          AlertLinksService,
          (registry) => new AlertLinksService({ postgres, registry, secret: authSecret, now, buildToken }),
        ),
        byRegistry(SubscriptionsService, (registry) => new SubscriptionsService({ postgres, registry, contacts, now })),
        { provide: EscalationsService, useFactory: () => new EscalationsService({ postgres, contacts, now }) },
        ...listPreviews(postgres),
        { provide: InhibitionsService, useFactory: () => new InhibitionsService({ postgres, now }) },
        { provide: SilencesService, useFactory: () => new SilencesService({ postgres, now }) },
        { provide: IncidentPeopleRepository, useFactory: () => new IncidentPeopleRepository(postgres) },
        { provide: PersonAddressRepository, useFactory: () => new PersonAddressRepository(postgres) },
        byRegistry(SilencePreviewService, (registry) => new SilencePreviewService({ postgres, registry, now })),
        byRegistry(
          MessageTemplatesService,
          (registry) => new MessageTemplatesService({ postgres, registry, publicUrl: options.publicUrl ?? null, now }),
        ),
        byRegistry(AudienceGapsService, (registry) => new AudienceGapsService({ postgres, registry, now })),
        byRegistry(DeliveryLogService, (registry) => new DeliveryLogService({ postgres, registry, now })),
        ...[NotificationsResolver, SilencesResolver, DeliveriesResolver, AudienceGapsResolver],
        ...[EscalationsResolver, InhibitionsResolver, TemplatesResolver],
      ],
    };
  }
}
