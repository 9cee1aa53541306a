import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { z } from "zod";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { DeliveryLogService } from "../delivery/delivery-log.service.js";
import { AlertDelivery, AlertDisposition, AlertUntold } from "./alert-delivery.type.js";
import { buildDelivery, buildDisposition } from "./build-notification-answers.js";
import { DoneResult } from "./notification-answers.type.js";
import { NotificationEnums } from "./notification-enums.js";
import { NOTIFYING_ROLES } from "./notifying-roles.js";

const MAX_FIRST = 200;
const MAX_REPLAYED = 1_000;
const states = z.enum(["pending", "sending", "delivered", "dead", "cancelled"]).nullable();

/** DeliveriesResolver answers what was sent to whom, and why somebody was not told. */
@Resolver()
export class DeliveriesResolver {
  constructor(@Inject(DeliveryLogService) private readonly log: DeliveryLogService) {}

  @Query(() => [AlertDelivery], { description: "Messages, newest first: 50 unless told, 200 at most." })
  async alertDeliveries(
    @CurrentScope() scope: Scope,
    @Args("contact", { type: () => ID, nullable: true }) contact?: string | null,
    @Args("state", { type: () => NotificationEnums.DeliveryState, nullable: true }) state?: string | null,
    @Args("incident", { type: () => ID, nullable: true }) incident?: string | null,
    @Args("before", { type: () => DateTimeScalar, nullable: true }) before?: Date | null,
    @Args("after", { type: () => ID, nullable: true, description: "The last message of the page before." })
    after?: string | null,
    @Args("first", { type: () => Int, nullable: true }) first?: number | null,
  ): Promise<AlertDelivery[]> {
    const wanted = Math.min(Math.max(first ?? 50, 1), MAX_FIRST);
    const place = { before: before ?? null, after: after ?? null, first: wanted };
    const chosen = { contact: contact ?? null, incident: incident ?? null, ...place };
    const filter = { ...chosen, state: states.parse(state?.toLowerCase() ?? null) };
    return (await this.log.list(scope, filter)).map(buildDelivery);
  }

  @Query(() => [AlertDisposition], { description: "Why each contact was, or was not, told of an incident." })
  async alertDispositions(
    @CurrentScope() scope: Scope,
    @Args("incident", { type: () => ID }) incident: string,
  ): Promise<AlertDisposition[]> {
    return (await this.log.listDispositions(scope, incident)).map(buildDisposition);
  }

  @Query(() => [AlertUntold], {
    description: "The caller's contacts that were never to be told of an incident, with why.",
  })
  alertUntold(
    @CurrentScope() scope: Scope,
    @Args("incident", { type: () => ID }) incident: string,
  ): Promise<AlertUntold[]> {
    return this.log.explainUntold(scope, incident);
  }

  @Mutation(() => DoneResult, { description: "Sends dead letters again, with the ids they had." })
  async replayAlertDeliveries(@CurrentScope() scope: Scope, @Args("ids", { type: () => [ID] }) ids: string[]) {
    demandRole(scope, NOTIFYING_ROLES, "send messages again");
    const queued = await this.log.replay(scope, ids.slice(0, MAX_REPLAYED));
    return "code" in queued ? queued : { ids: queued };
  }
}
