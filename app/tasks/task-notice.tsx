import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import type { TaskNews } from "./task-query.server";

/** Says what came of the last act, to those who listen too. */
export function TaskNotice({ news }: { news: TaskNews }) {
  if (!news) return null;
  switch (news.what) {
    case "closed":
      return <Notice live tone="success" title={m.desk_task_closed()} />;
    case "settled":
      return <Notice live tone="warning" title={m.errors_task_is_closed()} />;
    case "taken":
      return <Notice live tone="warning" title={m.tasks_error_claimed()}>{news.by && <p>{m.tasks_claimed_by()} <bdi>{news.by}</bdi></p>}</Notice>;
    case "claimed":
      return <Notice live tone="success" title={m.tasks_said_claimed()}>{news.title && <p>{news.title}</p>}</Notice>;
    case "released":
      return <Notice live tone="success" title={m.tasks_said_released()}>{news.title && <p>{news.title}</p>}</Notice>;
    case "handed":
      return <Notice live tone="success" title={m.tasks_said_handed()}>{news.by && <p>{m.tasks_claimed_by()} <bdi>{news.by}</bdi></p>}</Notice>;
    case "refused":
      return <Notice live tone="warning" title={m.tasks_error_cannot_take()} />;
  }
}
