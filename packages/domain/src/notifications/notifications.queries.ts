import type { ListNotificationsInput, NotificationView } from "@erp/contracts/notifications";
import { notificationId } from "@erp/contracts/notifications";
import type { Page } from "@erp/contracts/paging";
import { notificationModel, type StoredNotification } from "@erp/db/mongo/models/notification";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";

/** The badge says no more than "99+", so counting on would help nobody. */
const MAX_UNREAD_COUNT = 100;

/** The actor's notifications, newest first. Throws `request.invalid` for a cursor that is none. */
export async function listNotifications(
  ctx: Ctx,
  { unreadOnly, cursor, limit }: ListNotificationsInput,
): Promise<Page<NotificationView>> {
  const { id: employeeId } = authorize(ctx, "notifications:read");
  const own = unreadOnly ? { employeeId, readAt: null } : { employeeId };
  const found = await notificationModel(ctx.mongo)
    .find({ ...own, ...(cursor === undefined ? {} : isBehind(cursor)) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(toView), nextCursor: found.length > limit && last !== undefined ? toCursor(last) : null };
}

/** How many of the actor's notifications are unread, up to `MAX_UNREAD_COUNT`. */
export async function countUnread(ctx: Ctx): Promise<{ unread: number }> {
  const { id: employeeId } = authorize(ctx, "notifications:read");
  return {
    unread: await notificationModel(ctx.mongo).countDocuments(
      { employeeId, readAt: null },
      { limit: MAX_UNREAD_COUNT },
    ),
  };
}

/** `leave` is missing in what was stored before there were rewards. */
function toView({ _id, employeeId: _reader, leave, ...told }: StoredNotification): NotificationView {
  return { id: _id, ...told, leave: leave ?? null };
}

function toCursor({ createdAt, _id }: StoredNotification): string {
  return `${createdAt.getTime()}.${_id}`;
}

function isBehind(cursor: string) {
  const [milliseconds = "", id, ...rest] = cursor.split(".");
  const parsed = notificationId.safeParse(id);
  if (!/^\d{1,15}$/.test(milliseconds) || !parsed.success || rest.length > 0) throw new DomainError("request.invalid");
  const createdAt = new Date(Number(milliseconds));
  return { createdAt: { $lte: createdAt }, $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: parsed.data } }] };
}
