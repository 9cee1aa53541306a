import { Module, type DynamicModule } from "@nestjs/common";
import { WebhooksResolver } from "./graphql/webhooks.resolver.js";
import { WebhooksService, type WebhookOptions } from "./webhooks.service.js";

/** WebhooksModule answers `webhookSources` and the mutations that declare, rotate and revoke them. */
@Module({})
export class WebhooksModule {
  static register({ postgres, secretBox, now }: WebhookOptions): DynamicModule {
    return {
      module: WebhooksModule,
      providers: [
        { provide: WebhooksService, useFactory: () => new WebhooksService({ postgres, secretBox, now }) },
        WebhooksResolver,
      ],
    };
  }
}
